"""What became of the records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from catalog.importers.records import DramaRecord


class Verdict(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``reason`` says why a record was refused."""

    record: DramaRecord
    verdict: Verdict
    reason: str = ""


@dataclass(slots=True)
class LoadReport:
    """How many records met which fate; ``refused`` holds those that were not taken."""

    counts: Counter[Verdict] = field(default_factory=Counter)
    refused: list[Outcome] = field(default_factory=list)
    relations: int = 0

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.verdict] += 1
        if outcome.verdict == Verdict.REFUSED:
            self.refused.append(outcome)
