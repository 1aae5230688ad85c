"""Figures of other sites: their date moves only when a figure does."""

from __future__ import annotations

from catalog.importers.load.changes import SILENT, Changes
from catalog.importers.load.chunk import Chunk
from catalog.models import ListingFigures

FIGURES = ("rating", "votes", "rank", "popularity", "watchers")


def write_figures(chunk: Chunk) -> None:
    before = chunk.rows_before(ListingFigures.objects.all())
    changes, made = Changes(ListingFigures), []
    for record, drama in chunk.pairs():
        if record.figures is None:
            continue
        values = {name: getattr(record.figures, name) for name in FIGURES}
        as_of = record.figures.as_of or chunk.as_of
        row = next((r for r in before[drama.pk] if r.source == record.figures.source), None)
        if row is None:
            spoken = {name: value for name, value in values.items() if value not in SILENT}
            made.append(
                ListingFigures(drama=drama, source=record.figures.source, as_of=as_of, **spoken)
            )
            chunk.touched.add(drama.pk)
        elif changes.note(row, values):
            changes.note(row, {"as_of": as_of})
            chunk.touched.add(drama.pk)
    changes.save()
    ListingFigures.objects.bulk_create(made)
