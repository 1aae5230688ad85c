"""A drama to be shown within another site's page (https://oembed.com)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from catalog.images import sources_of
from catalog.metadata import At
from catalog.models import Drama
from dramasite.syndication import NOT_IN_XML

type Answer = dict[str, str | int]

# In pixels: what the quotation takes, and what it needs at least.
WIDTH, HEIGHT, NARROWEST = 600, 240, 240
CACHE_AGE = 24 * 3600


@dataclass(frozen=True, slots=True)
class Room:
    """In pixels, what there is on the other page; None where it does not matter."""

    width: int | None = None
    height: int | None = None

    def holds(self, width: int, height: int) -> bool:
        return width <= (self.width or width) and height <= (self.height or height)


def slug_of(address: str, hosts: set[str]) -> str:
    """Of the drama whose page on one of ``hosts`` it is. Raises LookupError for any other."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or parts.netloc.lower() not in hosts:
            raise LookupError("not on this site")
        match = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise LookupError(str(error)) from error
    if match.url_name != "drama":
        raise LookupError("not a drama")
    return str(match.kwargs["slug"])


def answer_for(drama: Drama, at: At, room: Room) -> Answer:
    """A quotation of the page where there is room for one, else no more than a link."""
    answer: Answer = {
        "version": "1.0",
        "type": "link",
        "title": drama.title,
        "provider_name": settings.SITE_NAME,
        "provider_url": at("/"),
        "cache_age": CACHE_AGE,
    }
    if room.holds(NARROWEST, HEIGHT):
        answer |= {"type": "rich", "width": min(WIDTH, room.width or WIDTH), "height": HEIGHT}
        answer["html"] = _html(drama, at)
    return answer | _thumbnail(drama, at, room)


def _html(drama: Drama, at: At) -> str:
    context = {"drama": drama, "url": at(drama.get_absolute_url())}
    return render_to_string("catalog/oembed.html", context).strip()


def _thumbnail(drama: Drama, at: At, room: Room) -> Answer:
    """The largest of the poster that there is room for."""
    for file in reversed(sources_of(drama.poster, "large") if drama.poster else []):
        if room.holds(file.width, file.height):
            size = {"thumbnail_width": file.width, "thumbnail_height": file.height}
            return {"thumbnail_url": at(file.url), **size}
    return {}


def as_xml(answer: Answer) -> bytes:
    """Without what no XML may hold."""
    root = ElementTree.Element("oembed")
    for name, value in answer.items():
        ElementTree.SubElement(root, name).text = NOT_IN_XML.sub("", str(value))
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
