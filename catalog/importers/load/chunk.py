"""Records that are written together, in one transaction, and the rows that they mean."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from django.db import models
from django.utils import timezone

from catalog.claims import Claims, moment
from catalog.importers.load.differences import Difference
from catalog.importers.load.outcomes import Outcome, Verdict
from catalog.importers.records import DramaRecord
from catalog.models import Drama, ExternalId, Publication

Key = tuple[str, str]  # source and id
LOOKED_UP_AT_ONCE = 900  # parameters of one query


def key_of(record: DramaRecord) -> Key:
    return (record.source, record.source_id)


def _this_second() -> datetime.datetime:
    return timezone.now().replace(microsecond=0)


@dataclass(slots=True)
class Chunk:
    """``met``: people whom an earlier record of the same run has described."""

    records: Sequence[DramaRecord]
    as_of: datetime.date
    publication: str
    met: frozenset[Key] | set[Key] = frozenset()
    now: datetime.datetime = field(default_factory=_this_second)
    dramas: dict[Key, Drama] = field(default_factory=dict)
    claims: dict[Key, Claims] = field(default_factory=dict)
    claims_on_people: dict[Key, Claims] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    differences: dict[int, list[Difference]] = field(default_factory=lambda: defaultdict(list))

    @property
    def publish_at(self) -> datetime.datetime | None:
        """Since when visitors read what this chunk brings."""
        return self.now if self.publication == Publication.PUBLISHED else None

    @property
    def moment(self) -> str:
        return moment(self.now)

    def pairs(self) -> Iterator[tuple[DramaRecord, Drama, Claims]]:
        for record in self.records:
            key = key_of(record)
            yield record, self.dramas[key], self.claims[key]

    def rows_before(self, rows: models.QuerySet) -> dict[int, list[Any]]:
        """What the dramas had before, by drama; no query when all of them are new."""
        before: dict[int, list[Any]] = defaultdict(list)
        old = [drama.pk for drama in self.dramas.values() if drama.pk not in self.new]
        if old:
            for row in rows.filter(drama__in=old):
                before[row.drama_id].append(row)
        return before

    def tell(self, drama_id: int, differences: Iterable[Difference]) -> None:
        """Of a drama that was there already; what was taken marks it as changed."""
        for difference in differences:
            if drama_id not in self.new:
                self.differences[drama_id].append(difference)
            if difference.is_taken:
                self.touched.add(drama_id)

    def touch_changed(self) -> None:
        """Mark the dramas of which anything was written as changed now."""
        old = self.touched - self.new
        if old:
            Drama.objects.filter(pk__in=old).update(changed_at=self.now)

    def outcome(self, record: DramaRecord) -> Outcome:
        drama_id = self.dramas[key_of(record)].pk
        differences = tuple(self.differences.get(drama_id, ()))
        return Outcome(record, self._verdict(drama_id), drama_id=drama_id, differences=differences)

    def _verdict(self, drama_id: int) -> Verdict:
        if drama_id in self.new:
            return Verdict.NEW
        return Verdict.CHANGED if drama_id in self.touched else Verdict.UNCHANGED


def by_external_id(keys: set[Key], noun: str) -> dict[Key, ExternalId]:
    """The ids that are known, each with its row; ``noun`` is "drama" or "person"."""
    found: dict[Key, ExternalId] = {}
    for source in sorted({source for source, _ in keys}):
        ids = sorted(value for of, value in keys if of == source)
        for batch in batched(ids, LOOKED_UP_AT_ONCE, strict=False):
            rows = ExternalId.objects.filter(
                source=source, value__in=batch, **{f"{noun}__isnull": False}
            )
            found.update(((source, row.value), row) for row in rows.select_related(noun))
    return found


def claims_of(ids: dict[Key, ExternalId], noun: str, at: str) -> dict[Key, Claims]:
    """The claims by these ids, each knowing those by the other ids of the same row."""
    column = f"{noun}_id"
    others: dict[int, list[ExternalId]] = defaultdict(list)
    owners = sorted({getattr(row, column) for row in ids.values()})
    own = {row.pk for row in ids.values()}
    for batch in batched(owners, LOOKED_UP_AT_ONCE, strict=False):
        for row in ExternalId.objects.filter(**{f"{noun}__in": batch}).exclude(pk__in=own):
            others[getattr(row, column)].append(row)
    return {key: Claims(row, at, others[getattr(row, column)]) for key, row in ids.items()}


def write_claims(chunk: Chunk) -> None:
    """Last of all: what the sources have been heard to say."""
    heard = [*chunk.claims.values(), *chunk.claims_on_people.values()]
    new = [claims.row for claims in heard if claims.row.pk is None]
    changed = [claims.row for claims in heard if claims.is_changed and claims.row.pk is not None]
    ExternalId.objects.bulk_create(new)
    ExternalId.objects.bulk_update(changed, ["claims"], batch_size=200)
