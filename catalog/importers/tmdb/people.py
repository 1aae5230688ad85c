"""Cast and crew of a series, from the credits of all of its episodes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from catalog.importers import cells
from catalog.importers.cells import RefusedRow, Row
from catalog.importers.records import CreditRecord, PersonRecord
from catalog.importers.tmdb.words import JOBS
from catalog.models import Role
from catalog.models.dates import PartialDate

NAME = 200


def credits_in(details: Row) -> tuple[CreditRecord, ...]:
    """The cast in TMDB's order, then those whose work the catalogue has a word for."""
    credits = part(details, "aggregate_credits") or part(details, "credits")
    cast = sorted(cells.objects(credits, "cast"), key=_place)
    crew = cells.objects(credits, "crew")
    creators = (
        CreditRecord(_person(row), Role.AUTHOR) for row in cells.objects(details, "created_by")
    )
    every = [*(c for row in cast for c in _parts(row)), *creators]
    return tuple(dict.fromkeys([*every, *(c for row in crew for c in _jobs(row))]))


def person_in(answer: Row) -> PersonRecord:
    """A person's own details. Raises RefusedRow."""
    name = cells.text(answer, "name", NAME)
    if not name:
        raise RefusedRow(_("a person has no name"))
    others = cells.texts(answer, "also_known_as", NAME)
    day = day_in(answer, "birthday")
    return PersonRecord(
        cells.identifier(answer, "id"),
        name,
        other_names=tuple(other for other in others if other != name),
        born=PartialDate(day) if day else None,
        biography=cells.prose(answer, "biography"),
    )


def part(details: Row, name: str) -> dict[str, Any]:
    """One of the appended answers; empty when it was not asked for."""
    answer = details.get(name)
    if answer is None:
        return {}
    if not isinstance(answer, dict):
        raise RefusedRow(_("%s is not an object") % name)
    return answer


def _place(row: Row) -> int:
    place = cells.whole_number(row, "order")
    return 10_000 if place is None else place


def _parts(row: Row) -> Iterator[CreditRecord]:
    for played in cells.objects(row, "roles") or [row]:
        yield CreditRecord(_person(row), Role.CAST, cells.text(played, "character", 10_000)[:NAME])


def _jobs(row: Row) -> Iterator[CreditRecord]:
    for job in cells.objects(row, "jobs") or [row]:
        if role := JOBS.get(cells.text(job, "job", NAME).casefold()):
            yield CreditRecord(_person(row), role)


def _person(row: Row) -> PersonRecord:
    name = cells.text(row, "name", NAME)
    if not name:
        raise RefusedRow(_("a person has no name"))
    native = cells.text(row, "original_name", NAME)
    return PersonRecord(cells.identifier(row, "id"), name, "" if native == name else native)


def day_in(row: Row, name: str) -> datetime.date | None:
    """Raises RefusedRow for what is no date."""
    text = cells.text(row, name, NAME)
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        told = _("%(name)s is no date: %(text)s") % {"name": name, "text": text}
        raise RefusedRow(told) from None
