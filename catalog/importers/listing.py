"""The lines of a listing on their way through the loader, each with its result."""

from __future__ import annotations

import datetime
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from django.conf import settings
from django.utils import timezone

from catalog.importers.cells import RefusedRow
from catalog.importers.lines import Line
from catalog.importers.load import Difference, Load, Verdict
from catalog.importers.mydramalist import record_from
from catalog.importers.records import DramaRecord


@dataclass(frozen=True, slots=True)
class Result:
    line: Line
    verdict: Verdict
    reason: str = ""
    kept: tuple[Difference, ...] = ()


def import_lines(
    lines: Iterable[Line], run: Load, today: datetime.date, tell: Callable[[Result], None]
) -> None:
    """Load the lines; ``tell`` hears of each of them once, soon after it was read."""
    waiting: deque[Line] = deque()

    def records() -> Iterator[DramaRecord]:
        for line in lines:
            try:
                record = _record(line, today)
            except RefusedRow as refusal:
                tell(Result(line, Verdict.REFUSED, str(refusal)))
                continue
            waiting.append(line)
            yield record

    for outcome in run.outcomes(records()):
        kept = tuple(outcome.kept)
        tell(Result(waiting.popleft(), outcome.verdict, outcome.reason, kept))


def _record(line: Line, today: datetime.date) -> DramaRecord:
    if line.problem:
        raise RefusedRow(line.problem)
    return record_from(line.row, today)


class RefusedRows:
    """A file in JSON Lines of what was refused, made when the first row comes.

    Without a ``path`` nothing is kept but the count.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.count = 0
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, line: int, reason: str, **told: Any) -> None:
        """``told``: what else is kept of it. Raises OSError when the file cannot be written."""
        self.count += 1
        if self.path is None:
            return
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("w", encoding="ascii")
        self._file.write(json.dumps({"line": line, "reason": reason} | told) + "\n")


def refused_path(path: Path, what: str = "refused") -> Path:
    """Where is kept what is refused of a file, unless another place is named."""
    stamp = timezone.localtime().strftime("%Y%m%d-%H%M%S")
    return settings.DATA_DIR / "import" / f"{what}-{path.stem}-{stamp}.jsonl"
