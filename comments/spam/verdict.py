"""What one check finds, and what all together say of a reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from comments.models import State


@dataclass(frozen=True, slots=True)
class Finding:
    """``points`` speak for spam, below zero against it; ``words`` say why, to editors."""

    points: int
    words: str

    def stored(self, check: str) -> dict[str, Any]:
        """As ``Reply.reasons`` keeps it: {"check": name, "points": number, "words": text}."""
        return {"check": check} | asdict(self)


@dataclass(frozen=True)
class Verdict:
    """``findings`` by the name of the check that made them; ``state`` is what follows."""

    findings: Mapping[str, Finding]
    state: State

    @property
    def points(self) -> int:
        return sum(finding.points for finding in self.findings.values())

    def fields(self) -> dict[str, Any]:
        """The fields of a reply that keep it."""
        reasons = [finding.stored(check) for check, finding in self.findings.items()]
        return {"state": self.state, "points": self.points, "reasons": reasons}
