"""What somebody has worked on, by role and year: one light query for all, one for what is shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from catalog.introductions.person import PersonFacts, Work
from catalog.models import Credit, Drama, Person, Role, Source, Status

# Before the camera first, as everywhere.
ORDER = {role: place for place, role in enumerate(Role.values)}


class Line(NamedTuple):
    """A credit, with as much of its drama as is needed to tell and to sort."""

    pk: int
    role: str
    character: str
    drama: int
    title: str
    slug: str
    status: str
    released_on: datetime.date | None
    source: str | None
    place: int | None


COLUMNS = (
    *("pk", "role", "character", "drama", "drama__title", "drama__slug", "drama__status"),
    *("drama__released_on",),
    *("drama__figures__source", "drama__figures__popularity"),
)


@dataclass(frozen=True, slots=True)
class Section:
    """The credits of one role, the newest first; ``count`` of them, of which some are here."""

    role: Role
    count: int
    credits: list[Credit]


@dataclass(frozen=True)
class Filmography:
    """``lines``: each credit once, the newest drama first, those without a date last."""

    person: Person
    lines: list[Line]
    places: dict[int, int]
    listing: str

    @cached_property
    def dramas(self) -> dict[int, Line]:
        """A line of each drama, in order."""
        return {line.drama: line for line in self.lines}

    def of_role(self, role: str) -> list[Line]:
        return [line for line in self.lines if line.role == role]

    def sections(self, most_of_first: int, most: int) -> list[Section]:
        """Every role with its newest credits. One query."""
        roles = sorted({line.role for line in self.lines}, key=lambda role: ORDER[role])
        found = [(role, self.of_role(role)) for role in roles]
        shown = [lines[: most if n else most_of_first] for n, (_, lines) in enumerate(found)]
        credits = credits_of(line for lines in shown for line in lines)
        return [
            Section(Role(role), len(lines), [credits[line.pk] for line in newest])
            for (role, lines), newest in zip(found, shown, strict=True)
        ]

    def facts(self, today: datetime.date) -> PersonFacts:
        works = [self._work(lines, today) for lines in self._by_drama().values()]
        return PersonFacts(self.person.name, self.person.born, tuple(works), self.listing)

    def _by_drama(self) -> dict[int, list[Line]]:
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.drama, []).append(line)
        return found

    def _work(self, lines: Sequence[Line], today: datetime.date) -> Work:
        line = lines[0]
        day = line.released_on
        return Work(
            line.title,
            (line.role,) if len(lines) == 1 else tuple(each.role for each in lines),
            line.character if len(lines) == 1 else "",
            day.year if day else None,
            line.status == Status.UPCOMING or (day is not None and day > today),
            self.places.get(line.drama),
        )


def filmography_of(person: Person) -> Filmography:
    """One query, whose rows know no more than has to be counted and sorted."""
    shown = Exists(Drama.objects.published().filter(pk=OuterRef("drama")))
    rows = person.credits.filter(shown).order_by().values_list(*COLUMNS)
    found = list(map(Line._make, rows))
    listing = min((line.source for line in found if line.source and line.place), default="")
    lines = {line.pk: line for line in found}.values()
    return Filmography(
        person,
        sorted(lines, key=_newest_first),
        {line.drama: line.place for line in found if line.source == listing and line.place},
        str(Source(listing).label) if listing else "",
    )


def credits_of(lines: Iterable[Line]) -> dict[int, Credit]:
    """With their dramas. One query."""
    return Credit.objects.select_related("drama__poster").in_bulk([line.pk for line in lines])


def _newest_first(line: Line) -> tuple[int, int, int]:
    return (-line.released_on.toordinal() if line.released_on else 0, line.drama, line.pk)
