"""What dramas are to one another: made when both of them are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from django.db import transaction
from django.utils import timezone

from catalog.claims import Claims, moment
from catalog.importers.load.chunk import Key, by_external_id
from catalog.importers.records import RelationRecord
from catalog.models import Drama, ExternalId, Relation

AT_ONCE = 200

Related = tuple[Key, tuple[RelationRecord, ...]]
Named = tuple[Key, RelationRecord]
# Whose it is, what its claims call it, and the row: drama, other and kind.
Wanted = tuple[Key, tuple[str, str], tuple[Any, Any, str]]


def write_relations(related: Iterable[Related]) -> int:
    """How many were missing and have been made."""
    return sum(_write(batch) for batch in batched(related, AT_ONCE, strict=False))


@transaction.atomic
def _write(batch: Sequence[Related]) -> int:
    now = timezone.now()
    named = [
        (key, RelationRecord(other.source_id, str(other.kind)))
        for key, others in batch
        for other in others
    ]
    ids = by_external_id(_ends(named) | {key for key, _ in batch}, "drama")
    claims = {key: Claims(ids[key], moment(now)) for key, _ in batch if key in ids}
    wanted = list(_with_rows(named, ids))
    rows = Relation.objects.filter(drama__in={drama for _, _, (drama, _, _) in wanted})
    known = set(rows.values_list("drama", "other", "kind"))
    missing = {}
    for key, part, row in wanted:
        given = claims[key].given("relations") or []
        # What was named before and is not there any more was removed by an editor.
        if row not in known and part not in given and row[0] != row[1]:
            missing[row] = Relation(drama_id=row[0], other_id=row[1], kind=row[2])
        claims[key].give("relations", [*given, part])
    Relation.objects.bulk_create(missing.values())
    changed = [each.row for each in claims.values() if each.is_changed]
    ExternalId.objects.bulk_update(changed, ["claims"], batch_size=200)
    if missing:
        Drama.objects.filter(pk__in={drama for drama, _, _ in missing}).update(changed_at=now)
    return len(missing)


def _ends(named: Iterable[Named]) -> set[Key]:
    return {(source, other.source_id) for (source, _), other in named}


def _with_rows(named: Iterable[Named], ids: dict[Key, ExternalId]) -> Iterator[Wanted]:
    """Those of which both ends are there."""
    for key, other in named:
        end = (key[0], other.source_id)
        if key in ids and end in ids:
            row = (ids[key].drama_id, ids[end].drama_id, other.kind)
            yield key, (other.source_id, other.kind), row
