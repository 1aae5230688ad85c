"""A drama, its episodes and its pictures."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from catalog.airings.ics import subscribe_address
from catalog.details import classification_of, details_of, figures_details
from catalog.facts import about_of
from catalog.labels import labels_of
from catalog.models import Credit, Drama, Episode
from catalog.neighbours import neighbours_of
from catalog.views.former import follow_former_slugs
from dramasite.pagination import page_of

EPISODES_ON_THE_DRAMA_PAGE = 12
SIMILAR_ON_THE_DRAMA_PAGE = 6


@follow_former_slugs(Drama)
def drama(request: HttpRequest, slug: str) -> HttpResponse:
    return page_of_drama(request, _published(slug))


@follow_former_slugs(Drama)
def episodes(request: HttpRequest, slug: str) -> HttpResponse:
    return page_of_episodes(request, _published(slug))


@follow_former_slugs(Drama)
def gallery_image(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    return page_of_image(request, _published(slug), number)


def page_of_drama(request: HttpRequest, drama: Drama) -> HttpResponse:
    """Whether visitors may read it was asked before; so of the other pages below."""
    credits = drama.credits.select_related("person__portrait").order_by("order", "pk")
    cast, crew = Credit.cast_and_crew(credits)
    labels = labels_of(drama)
    listings = list(drama.figures.all())
    neighbours = neighbours_of(drama, labels, SIMILAR_ON_THE_DRAMA_PAGE)
    return render(
        request,
        "catalog/drama_detail.html",
        {
            "drama": drama,
            "labels": labels,
            "about": about_of(drama, labels, cast, listings),
            "details": details_of(drama, labels, cast),
            "listings": [(listing, figures_details(listing)) for listing in listings],
            "classification": classification_of(drama),
            "cast": cast,
            "crew": Credit.by_role(crew),
            "episodes": _episodes(drama)[:EPISODES_ON_THE_DRAMA_PAGE],
            "gallery": drama.gallery.shown(),
            "related": neighbours.related,
            "similar": neighbours.similar,
        },
    )


def page_of_episodes(request: HttpRequest, drama: Drama) -> HttpResponse:
    page = page_of(_episodes(drama), request, per_page=200)
    has_dates = any(episode.air_date for episode in page)
    file_url = reverse("drama_ics", args=[drama.slug]) if has_dates else ""
    context = {
        "drama": drama,
        "page": page,
        "file_url": file_url,
        "subscribe": subscribe_address(request, file_url),
    }
    return render(request, "catalog/drama_episodes.html", context)


def page_of_image(request: HttpRequest, drama: Drama, number: int) -> HttpResponse:
    gallery = list(drama.gallery.shown())
    place = next((i for i, image in enumerate(gallery) if image.number == number), None)
    if place is None:
        raise Http404("no such picture")
    return render(
        request,
        "catalog/gallery_image.html",
        {
            "drama": drama,
            "image": gallery[place],
            "place": place + 1,
            "count": len(gallery),
            "before": gallery[place - 1] if place else None,
            "after": gallery[place + 1] if place + 1 < len(gallery) else None,
        },
    )


def _published(slug: str) -> Drama:
    shown = Drama.objects.published().select_related("poster", "backdrop")
    return get_object_or_404(shown, slug=slug)


def _episodes(drama: Drama) -> QuerySet[Episode]:
    return (
        Episode.objects.filter(season__drama=drama)
        .select_related("season", "still")
        .order_by("season__number", "number")
    )
