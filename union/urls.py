"""All addresses: the staff site under ADMIN_PATH, public pages under a language, and a few under none."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from members.urls import neutral

urlpatterns = [
    path(f"{settings.ADMIN_PATH}/", admin.site.urls),
    path("", include(neutral)),
    *i18n_patterns(path("", include("members.urls"))),
]
handler404 = "members.views.errors.not_found"
handler500 = "members.views.errors.broken"
