"""The documents of dramas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from catalog.models import AlternativeTitle, Credit, Drama
from catalog.models.languages import country_name
from catalog.models.search import Found, SearchDocument
from catalog.search.documents import Entry, Span, entry, packed, rank_of, shown, watchers_of
from catalog.search.names import Name, characters, romanised, tokens_of, word_tokens


@dataclass(slots=True)
class _Parts:
    """What the other tables say of a drama."""

    titles: list[Name] = field(default_factory=list)
    cast: list[tuple[int, list[Name]]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)


def drama_entries(ids: Collection[int]) -> Iterator[Entry]:
    """Of those that visitors may read now or at a set time."""
    parts, watchers = _parts_of(ids), watchers_of(ids)
    for drama in Drama.objects.filter(pk__in=ids):
        span = shown(drama.publication, drama.publish_at, drama.unpublish_at)
        if span:
            yield _entry(drama, span, parts[drama.pk], watchers.get(drama.pk, 0))


def _parts_of(ids: Collection[int]) -> dict[int, _Parts]:
    parts: dict[int, _Parts] = defaultdict(_Parts)
    titles = AlternativeTitle.objects.filter(drama__in=ids).order_by("pk")
    for pk, title, language in titles.values_list("drama", "title", "language"):
        parts[pk].titles.append(Name.of("other", title, language))
    columns = ("drama", "person", "person__name", "character")
    credits = Credit.objects.filter(drama__in=ids).order_by("order", "pk")
    for pk, person, name, character in credits.values_list(*columns):
        spoken = [Name.of("character", text) for text in characters(character)]
        parts[pk].cast.append((person, [Name.of("person", name), *spoken]))
    for pk, label in _labels(ids):
        parts[pk].labels.append(label)
    return parts


def _labels(ids: Collection[int]) -> Iterator[tuple[int, str]]:
    countries = Drama.countries.through.objects.filter(drama__in=ids)
    for pk, code in countries.values_list("drama", "country"):
        yield pk, country_name(code)
    genres = Drama.genres.through.objects.filter(drama__in=ids)
    yield from genres.values_list("drama", "genre__name")
    networks = Drama.networks.through.objects.filter(drama__in=ids)
    yield from networks.values_list("drama", "network__name")


def _entry(drama: Drama, span: Span, parts: _Parts, watchers: int) -> Entry:
    names = [Name.of("title", drama.title)]
    if drama.native_title:
        names.append(Name.of("native", drama.native_title, drama.original_language))
    names += [*parts.titles, *romanised(drama.native_title, drama.original_language)]
    document = SearchDocument(
        rank=rank_of(Found.DRAMA, drama.pk, watchers),
        kind=Found.DRAMA,
        object_id=drama.pk,
        shown_from=span.since,
        shown_until=span.until,
        year=drama.released.year if drama.released else None,
        cast=packed([_line(person, spoken) for person, spoken in parts.cast]),
    )
    people = [name for _person, spoken in parts.cast for name in spoken]
    words = word_tokens([*parts.labels, drama.synopsis, drama.summary])
    words.update(token for name in people for token in tokens_of(name.folded))
    return entry(document, names, [name for name in people if name.kind == "character"], words)


def _line(person: int, spoken: list[Name]) -> list[int | str]:
    """The person's id, then each name as written and as folded, the person's own first."""
    return [person, *(text for name in spoken for text in (name.text, name.folded))]
