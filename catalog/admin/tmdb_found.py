"""What the page for TMDB shows: series that were found, and what one of them would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.claim_names import name_of, shortly
from catalog.importers import cells
from catalog.importers.cells import Row
from catalog.importers.load import Outcome, Verdict
from catalog.importers.records import DramaRecord
from catalog.importers.texts import one_line
from catalog.models import Drama, ExternalId, Source

LONGEST_STORY = 300


@dataclass(frozen=True, slots=True)
class Found:
    """``drama`` is the one that is here already."""

    id: str
    title: str
    native_title: str
    language: str
    year: str
    story: str
    drama: Drama | None


def found_in(answer: dict[str, Any]) -> list[Found]:
    """Raises RefusedRow for what is no answer to a search."""
    rows = [row for row in cells.objects(answer, "results") if row.get("name")]
    ids = [cells.identifier(row, "id") for row in rows]
    known = ExternalId.objects.filter(source=Source.TMDB, value__in=ids, drama__isnull=False)
    here = {row.value: row.drama for row in known.select_related("drama")}
    return [_found(row, here) for row in rows]


def _found(row: Row, here: dict[str, Drama | None]) -> Found:
    title, native = cells.text(row, "name", 1000), cells.text(row, "original_name", 1000)
    number = cells.identifier(row, "id")
    return Found(
        number,
        title,
        "" if native == title else native,
        cells.text(row, "original_language", 12),
        cells.text(row, "first_air_date", 100)[:4],
        one_line(cells.prose(row, "overview"))[:LONGEST_STORY],
        here.get(number),
    )


def rows_of(outcome: Outcome) -> list[tuple[str, str, str, bool]]:
    """Field, what is here, what TMDB says, and whether it would be taken."""
    if outcome.verdict == Verdict.NEW:
        return [(capfirst(name), "", value, True) for name, value in _said(outcome.record) if value]
    return [
        (capfirst(name_of(d.field)), shortly(d.ours), shortly(d.theirs), d.is_taken)
        for d in outcome.differences
    ]


def _said(record: DramaRecord) -> Iterator[tuple[str, str]]:
    episodes = sum(len(season.episodes) for season in record.seasons)
    for field in ("title", "native_title", "synopsis", "status", "content_rating"):
        yield name_of(field), shortly(getattr(record, field))
    yield name_of("released"), str(record.released or "")
    for field in ("countries", "networks", "genres"):
        yield name_of(field), shortly(list(getattr(record, field)))
    seasons = ngettext("%(n)d season", "%(n)d seasons", len(record.seasons))
    yield name_of("seasons"), seasons % {"n": len(record.seasons)} if record.seasons else ""
    yield _("episodes"), str(episodes or "")
    yield name_of("credits"), str(len(record.credits) or "")
    yield name_of("alternative_titles"), shortly([t.title for t in record.alternative_titles])
