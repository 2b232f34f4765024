"""Public addresses: `urlpatterns` stand under a language, `neutral` ones do not."""

from django.urls import path, re_path

from members.views.about import About, UnionPage
from members.views.countries import Countries, CountryDetail
from members.views.directory import Directory
from members.views.feeds import NewMembers
from members.views.health import Healthz, Readyz
from members.views.home import ChooseLanguage, Home
from members.views.logos import Logo
from members.views.organisations import OrganisationDetail, PermanentAddress
from members.views.share import CountryPicture, Manifest, SitePicture
from members.views.sitemaps import ProfileSitemap, Robots, Sitemap, Sitemaps

app_name = "members"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("members/", Directory.as_view(), name="directory"),
    path("members/new.atom", NewMembers.as_view(), name="new-members"),
    path("members/<str:number>/", OrganisationDetail.as_view(), name="organisation"),
    path("members/<str:number>/<str:slug>/", OrganisationDetail.as_view(), name="organisation-detail"),
    path("countries/", Countries.as_view(), name="countries"),
    path("countries/<str:code>/", CountryDetail.as_view(), name="country-detail"),
    path("countries/<str:code>/share.png", CountryPicture.as_view(), name="country-picture"),
    path("share.png", SitePicture.as_view(), name="site-picture"),
    path("manifest.webmanifest", Manifest.as_view(), name="manifest"),
    path("about/", About.as_view(), name="about"),
    path("about/<slug:slug>/", UnionPage.as_view(), name="page"),
    path("about/<slug:slug>/<int:number>/", UnionPage.as_view(), name="page-version"),
    path("sitemap.xml", Sitemap.as_view(), name="sitemap"),
    re_path(r"^sitemap-(?P<page>[1-9][0-9]{0,5})\.xml$", ProfileSitemap.as_view(), name="sitemap-profiles"),
]
neutral = (
    [
        path("", ChooseLanguage.as_view(), name="home"),
        path("healthz", Healthz.as_view(), name="healthz"),
        path("readyz", Readyz.as_view(), name="readyz"),
        path("robots.txt", Robots.as_view(), name="robots"),
        path("sitemap.xml", Sitemaps.as_view(), name="sitemap"),
        re_path(r"^logo/(?P<name>[0-9a-f]{64}\.(?:png|jpg|webp))$", Logo.as_view(), name="logo"),
        # "id" is Indonesian too: only what looks like a number is ours.
        re_path(
            r"^id/(?P<number>[A-Za-z]{2}-[0-9]{4,9})/?$", PermanentAddress.as_view(), name="organisation"
        ),
    ],
    "neutral",
)
