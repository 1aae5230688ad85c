"""What stands on a share image, and since when it looks so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.artwork import Subject
from catalog.models import Drama, Person, Picture

# Raise it when the drawing changes, so that kept copies are asked for anew.
DRAWING = "1"


@dataclass(frozen=True, slots=True)
class Card:
    """``place`` is the name of its file, ``path`` its address without the version.

    ``note`` is a line of small type above the title.
    """

    place: str
    path: str
    subject: Subject
    note: str = ""
    front: Picture | None = None
    back: Picture | None = None
    has_poster: bool = True

    @property
    def version(self) -> str:
        """Eight hexadecimal digits that change whenever the picture does."""
        pictures = [
            f"{picture.token}{picture.focus}" for picture in (self.front, self.back) if picture
        ]
        inputs = (DRAWING, self.subject.version, self.note, settings.SITE_NAME, *pictures)
        return hashlib.sha256("\0".join(inputs).encode("utf-8", "replace")).hexdigest()[:8]

    @property
    def url(self) -> str:
        """What stands there stays as it is."""
        return f"{self.path}?v={self.version}"


def card_of_drama(drama: Drama) -> Card:
    """Its poster over its backdrop, each drawn where there is none."""
    kind = drama.get_kind_display().capitalize()
    year = str(drama.released.year) if drama.released else ""
    note = " · ".join(each for each in (kind, year) if each)
    place, path = f"dramas/{drama.pk}", reverse("drama_share", args=[drama.slug])
    return Card(place, path, Subject.of(drama), note, drama.poster, drama.backdrop)


def card_of_person(person: Person) -> Card:
    subject = Subject(person.name, person.native_name, person.native_language)
    path = reverse("person_share", args=[person.slug])
    return Card(f"people/{person.pk}", path, subject, front=person.portrait, has_poster=False)


def card_of_site() -> Card:
    title = _("Dramas from all over Asia")
    return Card(f"site/{get_language()}", reverse("share"), Subject(title), has_poster=False)
