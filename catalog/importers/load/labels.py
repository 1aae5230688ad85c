"""Countries, networks, genres and tags: made as they are needed, matched whatever the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from django.db.models import Model
from django.utils.translation import override

from catalog.claims import Claims
from catalog.importers.load.changes import Changes
from catalog.importers.load.chunk import Chunk
from catalog.importers.load.differences import Difference
from catalog.importers.records import DramaRecord
from catalog.models import Country, Drama, DramaTag, Genre, Network, Tag
from catalog.models.languages import country_name
from catalog.models.taxonomy import Label
from catalog.slugs import SlugPool, slug_of


def write_labels(chunk: Chunk) -> None:
    _add(chunk, "countries", Country, _countries)
    _add(chunk, "networks", Network, partial(_labels, Network))
    _add(chunk, "genres", Genre, partial(_labels, Genre))
    _add_tags(chunk)


def _countries(codes: list[str]) -> dict[str, str]:
    known = set(Country.objects.filter(code__in=codes).values_list("code", flat=True))
    pool = SlugPool([Country.objects.all()])
    with override("en"):
        Country.objects.bulk_create(
            Country(code=code, slug=pool.take(slug_of(country_name(code), code.lower())))
            for code in sorted(set(codes) - known)
        )
    return {code.casefold(): code for code in codes}


def _labels(model: type[Label], names: list[str]) -> dict[str, int]:
    """The primary keys of these names and of all others, by the name in folded case."""
    rows = model._default_manager
    wanted = {name.casefold(): name for name in reversed(names)}
    known = {name.casefold(): pk for name, pk in rows.values_list("name", "pk")}
    missing = [wanted[folded] for folded in sorted(wanted.keys() - known.keys())]
    slugs = [slug_of(name, model.__name__.lower()) for name in missing]
    pool = SlugPool([rows.all()], [(slug,) for slug in slugs])
    made = [
        model(name=name, slug=pool.take(slug)) for name, slug in zip(missing, slugs, strict=True)
    ]
    known.update((row.name.casefold(), row.pk) for row in rows.bulk_create(made))
    return known


def _add(
    chunk: Chunk, plural: str, model: type[Model], made: Callable[[list[str]], Mapping[str, Any]]
) -> None:
    """Give each drama those of its labels that it does not have, unless an editor chose them."""
    through: Any = getattr(Drama, plural).through
    column = Drama._meta.get_field(plural).m2m_reverse_name()  # type: ignore[union-attr]
    before = chunk.rows_before(through.objects.all())
    ours = _names_of(model, {getattr(row, column) for rows in before.values() for row in rows})
    wanted = {
        drama.pk: _weighed(
            chunk, drama.pk, claims, plural,
            [ours[getattr(row, column)] for row in before[drama.pk]], getattr(record, plural),
        )
        for record, drama, claims in chunk.pairs()
    }  # fmt: skip
    keys = made([name for names in wanted.values() for name in names])
    through.objects.bulk_create(
        through(drama_id=drama_id, **{column: key})
        for drama_id, names in wanted.items()
        for key in dict.fromkeys(keys[name.casefold()] for name in names)
    )


def _names_of(model: type[Model], keys: set[Any]) -> dict[Any, str]:
    """What claims call the labels."""
    if not keys:
        return {}
    name = "code" if model is Country else "name"
    return dict(model._default_manager.filter(pk__in=keys).values_list("pk", name))


def _weighed(
    chunk: Chunk, drama_id: int, claims: Claims, field: str, ours: list[str], theirs: Sequence[str]
) -> list[str]:
    """Those that the drama is to get."""
    if not theirs:
        return []
    folded = {name.casefold() for name in ours}
    new = claims.weigh_all(field, folded, theirs)
    if any(name.casefold() not in folded for name in theirs):
        said = [*ours, *new] if new else list(theirs)
        chunk.tell(drama_id, [Difference(field, ours, said, bool(new))])
    return new


def _add_tags(chunk: Chunk) -> None:
    before = chunk.rows_before(DramaTag.objects.select_related("tag"))
    wanted = {}
    for record, drama, claims in chunk.pairs():
        ours = [row.tag.name for row in before[drama.pk]]
        names = [tag.name for tag in record.tags]
        wanted[drama.pk] = _weighed(chunk, drama.pk, claims, "tags", ours, names)
    keys = _labels(Tag, [name for names in wanted.values() for name in names])
    changes, made = Changes(DramaTag), []
    for record, drama, claims in chunk.pairs():
        rows = {row.tag_id: row for row in before[drama.pk]}
        for key in dict.fromkeys(keys[name.casefold()] for name in wanted[drama.pk]):
            rows[key] = DramaTag(drama_id=drama.pk, tag_id=key)
            made.append(rows[key])
        chunk.tell(drama.pk, _flag_spoilers(record, claims, rows, keys, changes))
    changes.save()
    DramaTag.objects.bulk_create(made)


def _flag_spoilers(
    record: DramaRecord,
    claims: Claims,
    rows: dict[int, DramaTag],
    keys: Mapping[str, int],
    changes: Changes,
) -> Iterator[Difference]:
    """A source that does not flag a spoiler is silent about it; a flag is set once."""
    known = claims.given("spoilers") or []
    flagged = [tag.name for tag in record.tags if tag.is_spoiler and tag.name not in known]
    for name in flagged:
        row = rows.get(keys.get(name.casefold(), 0))
        if row and not row.is_spoiler:
            changes.put(row, "is_spoiler", True)
            yield Difference("spoilers", None, name, is_taken=True)
    if flagged:
        claims.give("spoilers", [*known, *flagged])
