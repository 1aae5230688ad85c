"""The public read API, and the page that explains it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import Resolver404, resolve

from catalog.api.answers import json_api
from catalog.api.asked import dramas_asked, limit_asked, place_asked, text_asked
from catalog.api.description import description, operations
from catalog.api.dramas import drama_in_full, dramas_page
from catalog.api.hits import hits_page
from catalog.api.links import Links
from catalog.api.people import person_in_full
from catalog.models import Drama, Person
from catalog.search.index import catch_up
from catalog.views.former import follow_former_slugs
from catalog.views.search import MARKS
from dramasite.absolute import absolute


def guide(request: HttpRequest) -> HttpResponse:
    """For people: what there is, and how to ask for it."""
    context = {"operations": operations(description(_links(request)))}
    return render(request, "catalog/api_guide.html", context)


@json_api
def openapi(request: HttpRequest) -> Any:
    return description(_links(request))


@json_api
def dramas(request: HttpRequest) -> Any:
    return dramas_page(dramas_asked(request.GET), _links(request), _without_cursor(request))


@json_api
@follow_former_slugs(Drama)
def drama(request: HttpRequest, slug: str) -> Any:
    shown = Drama.objects.published().select_related("poster", "backdrop")
    return drama_in_full(get_object_or_404(shown, slug=slug), _links(request))


@json_api
@follow_former_slugs(Person)
def person(request: HttpRequest, slug: str) -> Any:
    begin = place_asked(request.GET)
    shown = Person.objects.published().select_related("portrait")
    person = get_object_or_404(shown, slug=slug)
    return person_in_full(person, begin, _links(request), _without_cursor(request))


@json_api
def search(request: HttpRequest) -> Any:
    text, begin, limit = text_asked(request.GET), place_asked(request.GET), limit_asked(request.GET)
    catch_up(MARKS)
    return hits_page(text, begin, limit, _links(request), _without_cursor(request))


@json_api
def unknown(request: HttpRequest, rest: str) -> Any:
    """Whatever else is asked for: an error in JSON, or the way to the address with a slash."""
    try:
        meant = resolve(f"{request.path_info}/").func
    except Resolver404:
        meant = unknown
    if meant == unknown or rest.endswith("/"):
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{request.path}/{'?' * bool(query)}{query}")


def _links(request: HttpRequest) -> Links:
    return Links(absolute("/", request))


def _without_cursor(request: HttpRequest) -> str:
    """This address, ready for another cursor."""
    query = request.GET.copy()
    query.pop("cursor", None)
    kept = f"{query.urlencode()}&" if query else ""
    return absolute(f"{request.path}?{kept}", request)
