"""All addresses of Union and two bare ones."""

from django.urls import path

from benchmarks import bare
from union import urls

urlpatterns = [
    path("bare/", bare.page, name="bare"),
    path("bare25/", bare.page_of_25, name="bare25"),
    *urls.urlpatterns,
]
