"""Small parts of what the API says, with absolute addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse

from catalog import labels, models
from catalog.api import shapes
from catalog.images import Variant
from catalog.models.dates import PartialDate

WIDEST = 960  # pixels
# A drawing's, as the pages have them.
POSTER, BACKDROP = (400, 600), (1680, 720)


@dataclass(frozen=True, slots=True)
class Links:
    """``origin``: scheme and host of the site."""

    origin: str

    def to(self, name: str, *parts: str) -> str:
        return urljoin(self.origin, reverse(name, args=parts))

    def label(self, label: labels.Label) -> shapes.Label:
        return shapes.Label(label.name, urljoin(self.origin, label.url))

    def noun(self, label: models.Genre | models.Country) -> shapes.Label:
        return shapes.Label(label.name, urljoin(self.origin, label.get_absolute_url()))

    def image(self, picture: models.Picture) -> shapes.Image:
        shown = Variant(picture, min(WIDEST, picture.width), "jpg")
        url = urljoin(self.origin, shown.url)
        return shapes.Image(url, shown.width, shown.height, picture.alt, picture.credit)

    def poster(self, drama: models.Drama) -> shapes.Image:
        """The picture, or what is drawn where there is none."""
        if drama.poster:
            return self.image(drama.poster)
        return shapes.Image(self.to("poster_art", drama.slug), *POSTER, alt="")

    def backdrop(self, drama: models.Drama) -> shapes.Image:
        if drama.backdrop:
            return self.image(drama.backdrop)
        return shapes.Image(self.to("backdrop_art", drama.slug), *BACKDROP, alt="")

    def drama(self, drama: models.Drama) -> shapes.DramaLink:
        return shapes.DramaLink(**self.drama_fields(drama))

    def drama_fields(self, drama: models.Drama) -> dict[str, Any]:
        return {
            "slug": drama.slug,
            "title": drama.title,
            "native_title": drama.native_title,
            "original_language": drama.original_language,
            "kind": drama.kind,
            "released": day(drama.released),
            "url": self.to("drama", drama.slug),
            "api_url": self.to("api_drama", drama.slug),
        }

    def person(self, person: models.Person) -> shapes.PersonLink:
        return shapes.PersonLink(**self.person_fields(person))

    def person_fields(self, person: models.Person) -> dict[str, str]:
        return {
            "slug": person.slug,
            "name": person.name,
            "native_name": person.native_name,
            "native_language": person.native_language,
            "url": self.to("person", person.slug),
            "api_url": self.to("api_person", person.slug),
        }


def day(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None
