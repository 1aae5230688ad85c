"""Alternative titles and links of a drama.

A row that the source has named before and that is not there any more was removed or renamed
by an editor: it is not made again.
"""

from __future__ import annotations

from catalog.importers.load.changes import Changes, spoken
from catalog.importers.load.chunk import Chunk
from catalog.importers.load.differences import Difference
from catalog.models import AlternativeTitle, Link


def write_titles(chunk: Chunk) -> None:
    """A title that stands there in any language is not added again."""
    before = chunk.rows_before(AlternativeTitle.objects.all())
    changes, made = Changes(AlternativeTitle), []
    for record, drama, claims in chunk.pairs():
        if not record.alternative_titles:
            continue
        rows = {row.title: row for row in before[drama.pk]}
        given = claims.given("alternative_titles") or []
        languages = dict(given)
        named = dict(claims.named("alternative_titles"))
        for title in record.alternative_titles:
            row = rows.get(title.title)
            if row is not None:
                is_new = languages.get(title.title, "") != title.language
                if is_new and title.language and not row.language:
                    changes.put(row, "language", title.language)
                    told = Difference("alternative_titles", "", title.language, is_taken=True)
                    chunk.tell(drama.pk, [told])
                continue
            is_taken = title.title not in named
            told = Difference("alternative_titles", None, title.title, is_taken)
            chunk.tell(drama.pk, [told])
            if is_taken:
                row = AlternativeTitle(
                    drama_id=drama.pk, title=title.title, language=title.language
                )
                rows[title.title] = row
                made.append(row)
        said = {title.title: title.language for title in record.alternative_titles}
        claims.give("alternative_titles", (languages | _said_or_known(said, languages)).items())
    changes.save()
    AlternativeTitle.objects.bulk_create(made)


def write_links(chunk: Chunk) -> None:
    before = chunk.rows_before(Link.objects.all())
    changes, made = Changes(Link), []
    for record, drama, claims in chunk.pairs():
        if not record.links:
            continue
        rows = {(row.kind, row.url): row for row in before[drama.pk]}
        given = claims.given("links") or []
        for link in record.links:
            key = (str(link.kind), link.url)
            field = f"links.{link.kind}.{link.url}."
            if key in rows:
                values = {"label": link.label}
                chunk.tell(drama.pk, changes.weigh(rows[key], claims, values, field))
                continue
            is_taken = key not in claims.named("links")
            chunk.tell(drama.pk, [Difference("links", None, link.url, is_taken)])
            if is_taken:
                rows[key] = Link(drama_id=drama.pk, kind=link.kind, url=link.url, label=link.label)
                made.append(rows[key])
                for name, said in spoken({"label": link.label}).items():
                    claims.begin(field + name, said)
        claims.give("links", [*given, *((str(link.kind), link.url) for link in record.links)])
    changes.save()
    Link.objects.bulk_create(made)


def _said_or_known(said: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    return {title: language or known.get(title, "") for title, language in said.items()}
