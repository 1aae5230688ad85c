"""A run of the loader: chunk by chunk, each in its transaction, then the relations."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.importers.load.chunk import Chunk, Key, key_of, write_claims
from catalog.importers.load.credits import write_credits
from catalog.importers.load.dramas import write_dramas
from catalog.importers.load.episodes import write_episodes
from catalog.importers.load.figures import write_figures
from catalog.importers.load.labels import write_labels
from catalog.importers.load.other_ids import write_other_ids
from catalog.importers.load.outcomes import LoadReport, Outcome, Verdict
from catalog.importers.load.people import people_of
from catalog.importers.load.relations import Related, write_relations
from catalog.importers.load.titles import write_links, write_titles
from catalog.importers.records import DramaRecord
from catalog.models import Publication
from catalog.search.index import catch_up_within

AT_ONCE = 200
# What a row can be to blame for. A locked or full database is nobody's row.
ROW_FAULTS = (IntegrityError, DataError, OverflowError, ValueError)
STEPS = (
    write_dramas,
    write_labels,
    write_titles,
    write_links,
    write_credits,
    write_episodes,
    write_figures,
    write_other_ids,
    write_claims,
)


def load(
    records: Iterable[DramaRecord],
    *,
    as_of: datetime.date,
    publication: str = Publication.PUBLISHED,
) -> LoadReport:
    """Write the records; figures that carry no date of their own are as of ``as_of``."""
    report, run = LoadReport(), Load(as_of=as_of, publication=publication)
    for outcome in run.outcomes(records):
        report.add(outcome)
    report.relations = run.relations
    return report


class Load:
    """One pass over a source. ``publication`` is the state in which new dramas begin.

    A dry run does everything, except the relations, and takes each chunk back.
    """

    def __init__(
        self,
        *,
        as_of: datetime.date,
        publication: str = Publication.PUBLISHED,
        dry_run: bool = False,
    ) -> None:
        self._as_of = as_of
        self._publication = publication
        self._dry_run = dry_run
        self._seen: set[Key] = set()
        self._met: set[Key] = set()
        self._related: list[Related] = []
        self.relations = 0

    def outcomes(self, records: Iterable[DramaRecord]) -> Iterator[Outcome]:
        """What becomes of each record, in their order; the work is done as this is read."""
        for batch in batched(records, AT_ONCE, strict=False):
            yield from self._judged(batch)
        if not self._dry_run:
            self.relations = write_relations(self._related)

    def _judged(self, batch: Sequence[DramaRecord]) -> list[Outcome]:
        again = [not self._first_time(record) for record in batch]
        firsts = [record for record, seen in zip(batch, again, strict=True) if not seen]
        try:
            written = iter(self._write(firsts))
        except ROW_FAULTS:
            written = iter([self._write_alone(record) for record in firsts])
        return [
            _refused(record, _("an earlier row has the same id")) if seen else next(written)
            for record, seen in zip(batch, again, strict=True)
        ]

    def _first_time(self, record: DramaRecord) -> bool:
        key = key_of(record)
        first = key not in self._seen
        self._seen.add(key)
        return first

    def _write_alone(self, record: DramaRecord) -> Outcome:
        try:
            return self._write([record])[0]
        except ROW_FAULTS as fault:
            return _refused(record, _("the database refuses it: %s") % fault)

    def _write(self, records: Sequence[DramaRecord]) -> list[Outcome]:
        chunk = Chunk(records, self._as_of, self._publication, self._met)
        with transaction.atomic():
            for step in STEPS:
                step(chunk)
            chunk.touch_changed()
            if not self._dry_run:
                catch_up_within()
            transaction.set_rollback(self._dry_run)
        self._met |= people_of(chunk)
        self._related += [(key_of(r), r.relations) for r in records if r.relations]
        return [chunk.outcome(record) for record in records]


def _refused(record: DramaRecord, reason: str) -> Outcome:
    return Outcome(record, Verdict.REFUSED, reason)
