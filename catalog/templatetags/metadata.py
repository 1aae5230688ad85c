"""Structured data at the foot of a page. None of these tags makes a query of its own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import partial
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from catalog import metadata
from catalog.airings.calendar import Airing, Day
from catalog.images import sources_of
from catalog.labels import Labels
from catalog.models import Credit, Drama, Episode, GalleryImage, Person, PersonName, Picture
from catalog.models import Page as WrittenPage
from catalog.sharing import card_of_drama
from dramasite.absolute import absolute

register = template.Library()


def _at(context: template.Context) -> metadata.At:
    # "only" takes every variable away, and leaves the request.
    return partial(absolute, request=context.request)  # type: ignore[attr-defined]


@register.simple_tag(takes_context=True)
def site_data(context: template.Context) -> SafeString:
    at = _at(context)
    language = get_language() or settings.LANGUAGE_CODE
    return metadata.script(
        metadata.site_node(settings.SITE_NAME, at("/"), language, at(reverse("search")))
    )


@register.simple_tag(takes_context=True)
def drama_data(
    context: template.Context,
    drama: Drama,
    labels: Labels,
    cast: list[Credit],
    crew: list[Credit],
    episodes: list[Episode],
    gallery: list[GalleryImage],
) -> SafeString:
    at = _at(context)
    image = at(_file(drama.poster) if drama.poster else card_of_drama(drama).url)
    images: list[metadata.Node | str] = [image]
    images += (metadata.picture_node(each, at) for each in gallery)
    said = metadata.drama_node(
        drama, at, labels=labels, cast=cast, crew=crew, episodes=episodes, images=images
    )
    return metadata.script(said)


@register.simple_tag(takes_context=True)
def episodes_data(context: template.Context, drama: Drama, episodes: list[Episode]) -> SafeString:
    seasons = metadata.seasons(episodes, with_names=True)
    what = {"hasPart" if metadata.type_of(drama) == "Movie" else "containsSeason": seasons}
    return metadata.script(metadata.reference(drama, _at(context), **what))


@register.simple_tag(takes_context=True)
def picture_data(context: template.Context, image: GalleryImage, drama: Drama) -> SafeString:
    at = _at(context)
    address = at(reverse("gallery_image", args=[drama.slug, image.number]))
    about = metadata.reference(drama, at)
    return metadata.script(metadata.picture_node(image, at, address) | {"about": about})


@register.simple_tag(takes_context=True)
def person_data(
    context: template.Context, person: Person, other_names: list[PersonName]
) -> SafeString:
    at = _at(context)
    portrait = at(_file(person.portrait)) if person.portrait else ""
    return metadata.script(metadata.person_node(person, other_names, portrait, at))


@register.simple_tag(takes_context=True)
def list_data(context: template.Context, name: str, page: Page, query: str = "") -> SafeString:
    """``query`` is what the canonical address has beside the number of the page."""
    return _list(context, name, page, page, query)


@register.simple_tag(takes_context=True)
def day_data(
    context: template.Context, day: datetime.date, airings: list[Airing], page: Page
) -> SafeString:
    """An entry for each line that the page shows: a drama may air twice."""
    return _list(context, date_format(day), page, [airing.drama for airing in airings])


@register.simple_tag(takes_context=True)
def month_data(context: template.Context, month: datetime.date, days: list[Day]) -> SafeString:
    """The dramas that the page shows, each once, in the order of the days."""
    shown = {airing.drama.pk: airing.drama for day in days for airing in day.airings}
    name = date_format(month, "YEAR_MONTH_FORMAT")
    address = context["canonical_url"]
    return metadata.script(metadata.list_node(name, address, shown.values(), _at(context)))


@register.simple_tag(takes_context=True)
def page_data(context: template.Context, page: WrittenPage) -> SafeString:
    return metadata.script(metadata.page_node(page, _at(context)))


@register.simple_tag(takes_context=True)
def people_data(
    context: template.Context, name: str, people: Iterable[Person], query: str = ""
) -> SafeString:
    """``query`` is what the canonical address has."""
    address = context["canonical_url"] + query
    return metadata.script(metadata.list_node(name, address, people, _at(context)))


@register.simple_tag(takes_context=True)
def credits_data(
    context: template.Context, name: str, credits: list[Credit], page: Page
) -> SafeString:
    return _list(context, name, page, [credit.drama for credit in credits])


def _list(
    context: template.Context, name: str, page: Page, rows: Iterable[Any], query: str = ""
) -> SafeString:
    number = f"?page={page.number}" if page.number > 1 else ""
    address = context["canonical_url"] + (query or number)
    node = metadata.list_node(name, address, rows, _at(context), page.start_index())
    return metadata.script(node)


@register.simple_tag(takes_context=True)
def crumbs_data(context: template.Context, *names_and_paths: str) -> SafeString:
    """Pairs of a name and a path, as the crumbs beside it show them."""
    pairs = zip(names_and_paths[::2], names_and_paths[1::2], strict=True)
    return metadata.script(metadata.crumbs_node(pairs, _at(context)))


def _file(picture: Picture) -> str:
    return sources_of(picture, "large")[-1].url
