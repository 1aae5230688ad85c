"""What became of the records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from catalog.importers.load.differences import Difference
from catalog.importers.records import DramaRecord


class Verdict(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``reason`` says why a record was refused; ``drama_id`` is None then.

    ``differences`` are those of a drama that was there already.
    """

    record: DramaRecord
    verdict: Verdict
    reason: str = ""
    drama_id: int | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def kept(self) -> list[Difference]:
        """What the source would have changed, had no editor's word stood against it."""
        return [difference for difference in self.differences if not difference.is_taken]


@dataclass(slots=True)
class LoadReport:
    """How many records met which fate; ``refused`` holds those that were not taken.

    ``kept`` is the number of fields that stayed as an editor has them.
    """

    counts: Counter[Verdict] = field(default_factory=Counter)
    refused: list[Outcome] = field(default_factory=list)
    kept: int = 0
    relations: int = 0

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.verdict] += 1
        self.kept += len(outcome.kept)
        if outcome.verdict == Verdict.REFUSED:
            self.refused.append(outcome)
