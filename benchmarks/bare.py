"""The least that a Django view can do: what a page costs beyond this is ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from members.models import Organisation


def page(request: HttpRequest) -> HttpResponse:
    """A small template and no query."""
    return render(request, "benchmarks/bare.html", {"asked": request.GET.get("from", "")})


def page_of_25(request: HttpRequest) -> HttpResponse:
    """25 rows by an index, beginning where `from` says."""
    begun = Organisation.objects.filter(sort_name__gte=request.GET.get("from", ""))
    rows = begun.order_by("sort_name", "number").values("number", "sort_name", "city")[:25]
    return render(request, "benchmarks/bare25.html", {"rows": rows})
