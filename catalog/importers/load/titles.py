"""Alternative titles and links of a drama."""

from __future__ import annotations

from catalog.importers.load.changes import Changes
from catalog.importers.load.chunk import Chunk
from catalog.models import AlternativeTitle, Link


def write_titles(chunk: Chunk) -> None:
    """A title that stands there in any language is not added again."""
    before = chunk.rows_before(AlternativeTitle.objects.all())
    changes, made = Changes(AlternativeTitle), []
    for record, drama in chunk.pairs():
        rows = {row.title: row for row in before[drama.pk]}
        for title in record.alternative_titles:
            row = rows.get(title.title)
            if row is None:
                row = AlternativeTitle(
                    drama_id=drama.pk, title=title.title, language=title.language
                )
                rows[title.title] = row
                made.append(row)
                chunk.touched.add(drama.pk)
            elif changes.note(row, {"language": title.language}, fill_only=True):
                chunk.touched.add(drama.pk)
    changes.save()
    AlternativeTitle.objects.bulk_create(made)


def write_links(chunk: Chunk) -> None:
    before = chunk.rows_before(Link.objects.all())
    changes, made = Changes(Link), []
    for record, drama in chunk.pairs():
        rows = {(row.kind, row.url): row for row in before[drama.pk]}
        for link in record.links:
            row = rows.get((link.kind, link.url))
            if row is None:
                row = Link(drama_id=drama.pk, kind=link.kind, url=link.url, label=link.label)
                rows[link.kind, link.url] = row
                made.append(row)
                chunk.touched.add(drama.pk)
            elif changes.note(row, {"label": link.label}):
                chunk.touched.add(drama.pk)
    changes.save()
    Link.objects.bulk_create(made)
