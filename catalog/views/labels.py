"""Labels: a genre, a tag, a network, a country or a year, and the lists of all of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.introductions.label import introduction
from catalog.labelled import all_of, labelled
from catalog.models import Country, Drama, Genre, Network, Tag
from dramasite.pagination import page_of


def genre(request: HttpRequest, slug: str) -> HttpResponse:
    genre = get_object_or_404(Genre.objects.in_use(), slug=slug)
    return _label(request, "genre", _("Genre"), genre.slug, genre.name)


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    tag = get_object_or_404(Tag.objects.in_use(), slug=slug)
    # The index leaves out what the tag would give away.
    return _label(request, "tag", _("Tag"), tag.slug, tag.name)


def network(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_object_or_404(Network.objects.in_use(), slug=slug)
    return _label(request, "network", _("Network"), network.slug, network.name)


def country(request: HttpRequest, slug: str) -> HttpResponse:
    country = get_object_or_404(Country.objects.in_use(), slug=slug)
    return _label(request, "country", _("Country"), country.slug, country.name)


def year(request: HttpRequest, year: int) -> HttpResponse:
    if not Drama.objects.released_in(year).published().exists():
        raise Http404("nothing was released in that year")
    return _label(request, "years", _("Year"), str(year), str(year))


def genres(request: HttpRequest) -> HttpResponse:
    return _all(request, "genre", _("Genres"))


def tags(request: HttpRequest) -> HttpResponse:
    return _all(request, "tag", _("Tags"))


def networks(request: HttpRequest) -> HttpResponse:
    return _all(request, "network", _("Networks"))


def countries(request: HttpRequest) -> HttpResponse:
    return _all(request, "country", _("Countries"))


def years(request: HttpRequest) -> HttpResponse:
    return _all(request, "years", _("Years"))


PARENTS = {
    "genre": "genres",
    "tag": "tags",
    "network": "networks",
    "country": "countries",
    "years": "years",
}


def _label(request: HttpRequest, key: str, noun: str, value: str, name: str) -> HttpResponse:
    found = labelled(key, value, name)
    context = {
        "noun": noun,
        "name": name,
        "parent_url": reverse(PARENTS[key]),
        "introduction": introduction(found.facts),
        "found": found,
        "page": page_of(found.newest, request),
        "file_url": reverse("network_ics", args=[value]) if key == "network" else "",
    }
    return render(request, "catalog/label_detail.html", context)


def _all(request: HttpRequest, key: str, heading: str) -> HttpResponse:
    context = {"heading": heading, "labels": all_of(key)}
    return render(request, "catalog/label_list.html", context)
