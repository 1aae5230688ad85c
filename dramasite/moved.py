"""Old addresses, answered where nothing else stands: one query, and never to another site."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from catalog import moved
from catalog.models import Redirect


class MovedMiddleware:
    """Redirects a GET that found nothing to where the page has gone (301).

    WordPress's plain links ask the front page, which is always found ("/?p=12"): such a
    query is looked up before.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        if request.path_info == "/" and moved.is_asked_by_query(request.GET):
            return _moved(request) or self.get_response(request)
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        return _moved(request) or response


def _moved(request: HttpRequest) -> HttpResponse | None:
    path = request.path_info
    # An editor's wrong addresses are not old ones of visitors.
    if path.startswith("/admin/"):
        return None
    wanted = list(moved.asked(path, request.GET))
    redirect = Redirect.objects.first_of(wanted) if wanted else None
    place = _place_of(redirect, path) if redirect else ""
    # What leads to itself, and is not there, is not there.
    return HttpResponsePermanentRedirect(place) if place not in ("", path) else None


def _place_of(redirect: Redirect, path: str) -> str:
    """Below a post's address its replies had a feed, as they have here."""
    if redirect.drama and moved.is_feed(path):
        return reverse("drama_replies_atom", args=[redirect.drama.slug])
    return moved.place_of(redirect)
