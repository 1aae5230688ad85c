"""Pictures on pages: posters, backdrops, portraits and stills. None of these tags makes a query,
provided that the rows came with ``select_related`` of their pictures."""

from __future__ import annotations

import zlib
from typing import Any

from django import template
from django.urls import reverse

from catalog.artwork import Subject
from catalog.images import FORMATS, Variant, sources_of
from catalog.models import Drama, Person, Picture

register = template.Library()

HUES = 12
# How wide each role is shown, for browsers to choose a width by.
SIZES = {
    "card": "(min-width:64em) 12rem, (min-width:48em) 23vw, (min-width:32em) 30vw, 45vw",
    "thumb": "6rem",
    "large": "(min-width:64em) 18rem, 28vw",
    "portrait": "(min-width:40em) 9rem, 28vw",
    "still": "(min-width:40em) 20rem, 45vw",
    "full": "(min-width:76em) 75rem, 100vw",
    "backdrop": "100vw",
}


@register.inclusion_tag("catalog/_poster.html")
def poster(drama: Drama, role: str = "card", priority: bool = False) -> dict[str, Any]:
    """Beside a title, so that only a large one says what it shows."""
    if drama.poster:
        alt = drama.poster.alt if role == "large" else ""
        return {"picture": _picture(drama.poster, role, alt, priority)}
    return {"art": _art("poster_art", drama), "priority": priority}


@register.inclusion_tag("catalog/_backdrop.html")
def backdrop(drama: Drama, priority: bool = True) -> dict[str, Any]:
    if drama.backdrop:
        return {"picture": _picture(drama.backdrop, "backdrop", "", priority)}
    return {"art": _art("backdrop_art", drama), "priority": priority}


@register.inclusion_tag("catalog/_portrait.html")
def portrait(person: Person, role: str = "card", priority: bool = False) -> dict[str, Any]:
    """The portrait, or the initials on a colour that belongs to the name."""
    if not person.portrait:
        return {"initials": person.initials, "hue": zlib.crc32(person.name.encode()) % HUES}
    alt = person.portrait.alt if role == "large" else ""
    width = "portrait" if role == "card" else role
    return {"picture": _picture(person.portrait, width, alt, priority)}


@register.inclusion_tag("catalog/_picture.html")
def picture(picture: Picture, role: str = "still", priority: bool = False) -> dict[str, Any]:
    return {"picture": _picture(picture, role, picture.alt, priority)}


def _picture(picture: Picture, role: str, alt: str, priority: bool) -> dict[str, Any]:
    variants = sources_of(picture, role)
    plain = variants[min(1, len(variants) - 1)]
    return {
        "colour": picture.colour,
        "sources": [(mime, _srcset(variants, name)) for name, mime in list(FORMATS.items())[:2]],
        "sizes": SIZES[role],
        "src": plain.url,
        "width": str(plain.width),
        "height": str(plain.height),
        "alt": alt,
        "focus": picture.focus,
        "priority": priority,
    }


def _srcset(variants: list[Variant], extension: str) -> str:
    return ", ".join(
        f"{Variant(each.picture, each.width, extension).url} {each.width}w" for each in variants
    )


def _art(view: str, drama: Drama) -> str:
    return f"{reverse(view, args=[drama.slug])}?v={Subject.of(drama).version}"
