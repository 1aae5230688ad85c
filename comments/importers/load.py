"""Replies of elsewhere, written once: lot by lot, each lot whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import batched

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _
from pyroaring import BitMap64

from comments.importers.family import Family
from comments.importers.lot import Fate, Lot, Outcome
from comments.importers.posts import Attaching
from comments.importers.records import Entry, ReplyRecord

AT_ONCE = 200
# What a reply can be to blame for. A locked or full database is nobody's reply.
FAULTS = (IntegrityError, DataError, OverflowError, ValueError)


class Load:
    """One run. The file is read again as long as answers wait for what stands behind them."""

    def __init__(
        self,
        entries: Callable[[], Iterable[Entry]],
        record_of: Callable[[Entry], ReplyRecord],
        attaching: Attaching,
        *,
        dry_run: bool = False,
    ) -> None:
        self._entries = entries
        self._record_of = record_of
        self._attaching = attaching
        self._dry_run = dry_run
        self._family = Family()
        self._settled = BitMap64()

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of each reply, once. Nothing is written before the whole file was read."""
        self._family = Family.of(self._entries())
        waiting, before = 1, 0
        while waiting:
            is_first, waiting = not before, 0
            for lot in batched(self._left(is_first=is_first), AT_ONCE, strict=False):
                settled = self._settle(lot)
                waiting += len(lot) - len(settled)
                yield from settled
            if waiting == before:
                # The file has changed meanwhile: what it answers will not come.
                self._family.parents.clear()
            before = waiting

    def _left(self, *, is_first: bool) -> Iterator[Entry]:
        """Those that no earlier reading has settled. A number that comes again is nobody's."""
        met = BitMap64()
        for entry in self._entries():
            is_again = not entry.number or entry.number in met
            met.add(entry.number)
            if is_again and is_first:
                yield replace(entry, number=0)
            elif not is_again and entry.number not in self._settled:
                yield entry

    def _settle(self, entries: Sequence[Entry]) -> list[Outcome]:
        """Outcomes of all but those that have to wait for their parents."""
        try:
            outcomes = self._write(entries)
        except FAULTS:
            outcomes = [each for entry in entries for each in self._write_alone(entry)]
        self._settled.update(each.entry.number for each in outcomes if each.entry.number)
        return outcomes

    def _write_alone(self, entry: Entry) -> list[Outcome]:
        try:
            return self._write([entry])
        except FAULTS as fault:
            self._family.refuse(entry.number)
            return [Outcome(entry, Fate.REFUSED, _("the database refuses it: %s") % fault)]

    def _write(self, entries: Sequence[Entry]) -> list[Outcome]:
        lot = Lot(entries, self._family, dry_run=self._dry_run)
        with transaction.atomic():
            lot.look_up(self._settled)
            lot.judge(self._attaching, self._record_of)
            lot.write()
        return lot.outcomes
