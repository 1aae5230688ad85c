"""What dramas are to one another: made when both of them are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import batched

from django.db import transaction
from django.utils import timezone

from catalog.importers.load.chunk import Key, by_external_id
from catalog.importers.records import RelationRecord
from catalog.models import Drama, Relation

AT_ONCE = 200

Related = tuple[Key, tuple[RelationRecord, ...]]


def write_relations(related: Iterable[Related]) -> int:
    """How many were missing and have been made."""
    return sum(_write(batch) for batch in batched(related, AT_ONCE, strict=False))


@transaction.atomic
def _write(batch: Sequence[Related]) -> int:
    ends = {(source, other.source_id) for (source, _), others in batch for other in others}
    dramas = by_external_id(ends | {key for key, _ in batch}, "drama")
    wanted = [
        (dramas[key].pk, dramas[key[0], other.source_id].pk, other.kind)
        for key, others in batch
        for other in others
        if key in dramas and (key[0], other.source_id) in dramas
    ]
    owners = {drama for drama, _, _ in wanted}
    rows = Relation.objects.filter(drama__in=owners)
    known = set(rows.values_list("drama", "other", "kind"))
    missing = [r for r in dict.fromkeys(wanted) if r not in known and r[0] != r[1]]
    Relation.objects.bulk_create(Relation(drama_id=d, other_id=o, kind=k) for d, o, k in missing)
    if missing:
        changed = Drama.objects.filter(pk__in={drama for drama, _, _ in missing})
        changed.update(changed_at=timezone.now())
    return len(missing)
