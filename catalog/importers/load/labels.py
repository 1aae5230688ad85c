"""Countries, networks, genres and tags: made as they are needed, matched whatever the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import override

from catalog.importers.load.changes import Changes
from catalog.importers.load.chunk import Chunk
from catalog.models import Country, Drama, DramaTag, Genre, Network, Tag
from catalog.models.languages import country_name
from catalog.models.taxonomy import Label
from catalog.slugs import SlugPool, slug_of


def write_labels(chunk: Chunk) -> None:
    _add(chunk, "countries", _countries(chunk))
    _add(chunk, "networks", _labels(Network, _names(chunk, "networks")))
    _add(chunk, "genres", _labels(Genre, _names(chunk, "genres")))
    _add_tags(chunk)


def _names(chunk: Chunk, plural: str) -> list[str]:
    return [name for record in chunk.records for name in getattr(record, plural)]


def _countries(chunk: Chunk) -> dict[str, str]:
    codes = sorted(set(_names(chunk, "countries")))
    known = set(Country.objects.filter(code__in=codes).values_list("code", flat=True))
    pool = SlugPool([Country.objects.all()])
    with override("en"):
        Country.objects.bulk_create(
            Country(code=code, slug=pool.take(slug_of(country_name(code), code.lower())))
            for code in codes
            if code not in known
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


def _add(chunk: Chunk, plural: str, keys: Mapping[str, Any]) -> None:
    """Give each drama those of its labels that it does not have."""
    through: Any = getattr(Drama, plural).through
    column = Drama._meta.get_field(plural).m2m_reverse_name()  # type: ignore[union-attr]
    before = chunk.rows_before(through.objects.all())
    made = []
    for record, drama in chunk.pairs():
        has = {getattr(row, column) for row in before[drama.pk]}
        wanted = dict.fromkeys(keys[name.casefold()] for name in getattr(record, plural))
        missing = [key for key in wanted if key not in has]
        if missing:
            chunk.touched.add(drama.pk)
        made += [through(drama_id=drama.pk, **{column: key}) for key in missing]
    through.objects.bulk_create(made)


def _add_tags(chunk: Chunk) -> None:
    keys = _labels(Tag, [tag.name for record in chunk.records for tag in record.tags])
    before = chunk.rows_before(DramaTag.objects.all())
    changes, made = Changes(DramaTag), []
    for record, drama in chunk.pairs():
        rows = {row.tag_id: row for row in before[drama.pk]}
        for tag in record.tags:
            tag_id = keys[tag.name.casefold()]
            if tag_id not in rows:
                rows[tag_id] = DramaTag(drama_id=drama.pk, tag_id=tag_id)
                made.append(rows[tag_id])
                chunk.touched.add(drama.pk)
            # A source that does not flag a spoiler is silent about it.
            if tag.is_spoiler and changes.note(rows[tag_id], {"is_spoiler": True}):
                chunk.touched.add(drama.pk)
    changes.save()
    DramaTag.objects.bulk_create(made)
