"""Figures of other sites: their date moves only when a figure does."""

from __future__ import annotations

from catalog.claims import Claims
from catalog.importers.load.changes import Changes, spoken
from catalog.importers.load.chunk import Chunk
from catalog.importers.load.differences import Difference
from catalog.models import ListingFigures

FIELDS = ("rating", "votes", "rank", "popularity", "watchers")


def write_figures(chunk: Chunk) -> None:
    before = chunk.rows_before(ListingFigures.objects.all())
    changes, made = Changes(ListingFigures), []
    for record, drama, claims in chunk.pairs():
        if record.figures is None:
            continue
        source = record.figures.source
        field = f"figures.{source}."
        values = {name: getattr(record.figures, name) for name in FIELDS}
        as_of = {"as_of": record.figures.as_of or chunk.as_of}
        row = next((r for r in before[drama.pk] if r.source == source), None)
        if row is not None:
            _follow_what_is_of_old(claims, row, field)
            differences = changes.weigh(row, claims, values, field)
            if any(difference.is_taken for difference in differences):
                differences += changes.weigh(row, claims, as_of, field)
            chunk.tell(drama.pk, differences)
        elif claims.given(field + "rows") is None:
            made.append(ListingFigures(drama=drama, source=source, **as_of, **spoken(values)))
            claims.give(field + "rows", [source])
            for name, value in spoken(values | as_of).items():
                claims.begin(field + name, value)
            chunk.touched.add(drama.pk)
        else:
            chunk.tell(drama.pk, [Difference("figures", None, source, is_taken=False)])
    changes.save()
    ListingFigures.objects.bulk_create(made)


def _follow_what_is_of_old(claims: Claims, row: ListingFigures, field: str) -> None:
    """Figures grow old by themselves: those of an import that kept no claims are no editor's."""
    if claims.is_of_old:
        for name, value in spoken(
            {name: getattr(row, name) for name in (*FIELDS, "as_of")}
        ).items():
            if field + name not in claims.fields:
                claims.begin(field + name, value)
