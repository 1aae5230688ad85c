"""The dramas themselves: found by external id, made or updated."""

from __future__ import annotations

from typing import Any

from catalog.importers.load.changes import SILENT, Changes
from catalog.importers.load.chunk import Chunk, Key, by_external_id, key_of
from catalog.importers.records import DramaRecord
from catalog.models import Drama, ExternalId, FormerSlug
from catalog.models.dates import PartialDate
from catalog.slugs import SlugPool, slug_of

PLAIN = (
    "title", "native_title", "original_language", "kind", "status", "content_rating", "runtime",
    "season_count", "episode_count", "synopsis", "synopsis_source", "summary",
    "about",
)  # fmt: skip


def write_dramas(chunk: Chunk) -> None:
    chunk.dramas = by_external_id({key_of(record) for record in chunk.records}, "drama")
    _update(chunk)
    _create(chunk, {key_of(r): r for r in chunk.records if key_of(r) not in chunk.dramas})


def _update(chunk: Chunk) -> None:
    changes = Changes(Drama)
    for record in chunk.records:
        drama = chunk.dramas.get(key_of(record))
        if drama and changes.note(drama, columns_of(record)):
            chunk.touched.add(drama.pk)
    changes.save()


def _create(chunk: Chunk, missing: dict[Key, DramaRecord]) -> None:
    wishes = {key: _slugs(record) for key, record in missing.items()}
    former = FormerSlug.objects.filter(drama__isnull=False)
    pool = SlugPool([Drama.objects.all(), former], wishes.values())
    made = {
        key: Drama(
            slug=pool.take(*wishes[key]),
            publication=record.publication or chunk.publication,
            publish_at=record.publish_at if record.publication else chunk.publish_at,
            **_spoken(record),
        )
        for key, record in missing.items()
    }
    Drama.objects.bulk_create(made.values())
    ExternalId.objects.bulk_create(
        ExternalId(source=source, value=value, drama=drama)
        for (source, value), drama in made.items()
    )
    chunk.dramas.update(made)
    chunk.new.update(drama.pk for drama in made.values())


def columns_of(record: DramaRecord) -> dict[str, Any]:
    """The record in the columns of the drama's own table."""
    columns = {name: getattr(record, name) for name in PLAIN}
    columns["released_on"], columns["released_precision"] = PartialDate.columns(record.released)
    columns["ended_on"], columns["ended_precision"] = PartialDate.columns(record.ended)
    return columns


def _spoken(record: DramaRecord) -> dict[str, Any]:
    return {name: value for name, value in columns_of(record).items() if value not in SILENT}


def _slugs(record: DramaRecord) -> tuple[str, ...]:
    base = slug_of(record.slug or record.title, "drama")
    return (base, f"{base}-{record.released.year}") if record.released else (base,)
