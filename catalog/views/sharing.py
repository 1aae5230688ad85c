"""The pictures that other sites show beside a link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from catalog.models import Drama, Person
from catalog.sharing import Card, card_of_drama, card_of_person, card_of_site, kept_jpeg
from catalog.views.artwork import ASKED_AGAIN, KEPT_FOR_GOOD
from catalog.views.former import follow_former_slugs


@follow_former_slugs(Drama)
def drama(request: HttpRequest, slug: str) -> HttpResponse:
    shown = Drama.objects.published().select_related("poster", "backdrop")
    return _picture(request, card_of_drama(get_object_or_404(shown, slug=slug)))


@follow_former_slugs(Person)
def person(request: HttpRequest, slug: str) -> HttpResponse:
    shown = Person.objects.published().select_related("portrait")
    return _picture(request, card_of_person(get_object_or_404(shown, slug=slug)))


def site(request: HttpRequest) -> HttpResponse:
    return _picture(request, card_of_site())


def _picture(request: HttpRequest, card: Card) -> HttpResponse:
    is_current = request.GET.get("v") == card.version
    return HttpResponse(
        kept_jpeg(card),
        content_type="image/jpeg",
        headers={
            "Cache-Control": KEPT_FOR_GOOD if is_current else ASKED_AGAIN,
            # It is made to be shown elsewhere.
            "Cross-Origin-Resource-Policy": "cross-origin",
        },
    )
