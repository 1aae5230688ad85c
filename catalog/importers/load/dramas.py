"""The dramas themselves: found by external id, made or updated."""

from __future__ import annotations

from typing import Any

from catalog.claims import Claims
from catalog.importers.load.changes import Changes, spoken
from catalog.importers.load.chunk import Chunk, Key, by_external_id, claims_of, key_of
from catalog.importers.records import DramaRecord
from catalog.models import Drama, ExternalId, FormerSlug, Kind
from catalog.slugs import SlugPool, slug_of

FIELDS = (
    "title", "native_title", "original_language", "kind", "status", "released", "ended",
    "content_rating", "runtime", "season_count", "episode_count", "synopsis", "synopsis_source",
    "summary", "about",
)  # fmt: skip


def write_dramas(chunk: Chunk) -> None:
    ids = by_external_id({key_of(record) for record in chunk.records}, "drama")
    chunk.claims = claims_of(ids, "drama", chunk.moment)
    chunk.dramas = {key: row.drama for key, row in ids.items() if row.drama}
    _update(chunk)
    _create(chunk, {key_of(r): r for r in chunk.records if key_of(r) not in chunk.dramas})


def _update(chunk: Chunk) -> None:
    changes = Changes(Drama)
    for record in chunk.records:
        drama = chunk.dramas.get(key_of(record))
        if drama is None:
            continue
        claims = chunk.claims[key_of(record)]
        if _has_kind_by_default(drama, claims):
            # What nobody has said yet may be said.
            drama.kind = ""
        chunk.tell(drama.pk, changes.weigh(drama, claims, fields_of(record)))
        drama.kind = drama.kind or Kind.SERIES
    changes.save()


def _has_kind_by_default(drama: Drama, claims: Claims) -> bool:
    return drama.kind == Kind.SERIES and "kind" not in claims.fields and not claims.is_of_old


def _create(chunk: Chunk, missing: dict[Key, DramaRecord]) -> None:
    wishes = {key: _slugs(record) for key, record in missing.items()}
    former = FormerSlug.objects.filter(drama__isnull=False)
    pool = SlugPool([Drama.objects.all(), former], wishes.values())
    made = {
        key: Drama(
            slug=pool.take(*wishes[key]),
            publication=record.publication or chunk.publication,
            publish_at=record.publish_at if record.publication else chunk.publish_at,
            **spoken(fields_of(record)),
        )
        for key, record in missing.items()
    }
    Drama.objects.bulk_create(made.values())
    for (source, value), drama in made.items():
        chunk.dramas[source, value] = drama
        chunk.new.add(drama.pk)
        row = ExternalId(source=source, value=value, drama=drama)
        claims = chunk.claims[source, value] = Claims(row, chunk.moment)
        for name, said in spoken(fields_of(missing[source, value])).items():
            claims.begin(name, said)


def fields_of(record: DramaRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in FIELDS}


def _slugs(record: DramaRecord) -> tuple[str, ...]:
    base = slug_of(record.slug or record.title, "drama")
    return (base, f"{base}-{record.released.year}") if record.released else (base,)
