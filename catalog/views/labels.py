"""Shelves: the dramas of a genre, a tag, a network, a country or a year."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from catalog.models import Country, Drama, Genre, Network, Tag
from catalog.models.drama import DramaQuerySet
from dramasite.pagination import page_of


def genre(request: HttpRequest, slug: str) -> HttpResponse:
    genre = get_object_or_404(Genre.objects.in_use(), slug=slug)
    return _shelf(request, _("Genre"), genre.name, genre.dramas.all())


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    tag = get_object_or_404(Tag.objects.in_use(), slug=slug)
    # Listing a drama under a tag that gives it away would give it away.
    dramas = Drama.objects.filter(drama_tags__tag=tag, drama_tags__is_spoiler=False)
    return _shelf(request, _("Tag"), tag.name, dramas)


def network(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_object_or_404(Network.objects.in_use(), slug=slug)
    return _shelf(request, _("Network"), network.name, network.dramas.all())


def country(request: HttpRequest, slug: str) -> HttpResponse:
    country = get_object_or_404(Country.objects.in_use(), slug=slug)
    return _shelf(request, _("Country"), country.name, country.dramas.all())


def year(request: HttpRequest, year: int) -> HttpResponse:
    dramas = Drama.objects.released_in(year)
    if not dramas.published().exists():
        raise Http404("nothing was released in that year")
    return _shelf(request, _("Year"), str(year), dramas)


def _shelf(request: HttpRequest, noun: str, name: str, dramas: DramaQuerySet) -> HttpResponse:
    page = page_of(dramas.published().newest_first().with_posters(), request)
    context = {"noun": noun, "name": name, "page": page}
    return render(request, "catalog/label_detail.html", context)
