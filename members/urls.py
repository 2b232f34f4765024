"""Public addresses: `urlpatterns` stand under a language, `neutral` ones do not."""

from django.urls import path, re_path

from members.views.countries import Countries, CountryDetail
from members.views.directory import Directory
from members.views.health import Healthz, Readyz
from members.views.home import ChooseLanguage, Home
from members.views.organisations import OrganisationDetail, PermanentAddress

app_name = "members"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("members/", Directory.as_view(), name="directory"),
    path("members/<str:number>/", OrganisationDetail.as_view(), name="organisation"),
    path("members/<str:number>/<str:slug>/", OrganisationDetail.as_view(), name="organisation-detail"),
    path("countries/", Countries.as_view(), name="countries"),
    path("countries/<str:code>/", CountryDetail.as_view(), name="country-detail"),
]
neutral = (
    [
        path("", ChooseLanguage.as_view(), name="home"),
        path("healthz", Healthz.as_view(), name="healthz"),
        path("readyz", Readyz.as_view(), name="readyz"),
        # "id" is Indonesian too: only what looks like a number is ours.
        re_path(
            r"^id/(?P<number>[A-Za-z]{2}-[0-9]{4,9})/?$", PermanentAddress.as_view(), name="organisation"
        ),
    ],
    "neutral",
)
