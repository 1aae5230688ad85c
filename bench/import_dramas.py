"""How long the import takes, and how much memory: for a listing, and for ten times as much.

    python bench/import_dramas.py [LISTING.jsonl [COPIES]]

The copies have ids of their own, for dramas and for people, and titles with a number
behind them. Every run begins with an empty database in a folder of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LISTING = ROOT.parent / "shared/data/dramas/mydramalist.jsonl"
ID_STEP = 10_000_000  # above every id of the listing


@dataclass(frozen=True)
class Cost:
    """``seconds`` from start to end and ``cpu`` of them, with Python's own start.

    On a machine that does other things as well, only the latter can be compared.
    ``megabytes`` are those at the peak.
    """

    rows: int
    seconds: float
    cpu: float
    megabytes: float

    def __str__(self) -> str:
        return (
            f"{self.rows:>7} rows {self.seconds:8.1f} s, CPU {self.cpu:6.1f} s"
            f" ({1000 * self.cpu / self.rows:.2f} ms a row), {self.megabytes:4.0f} MB"
        )


def copied(row: dict[str, Any], copy: int) -> dict[str, Any]:
    """The row as the listing's ``copy``-th repetition has it; the first one is as it was."""
    if copy == 0:
        return row
    step = copy * ID_STEP
    people = {
        name: [entry | {"id": entry["id"] + step} for entry in row[name]]
        for name in ("cast", "directors", "screenwriters")
    }
    related = [r | {"mdl_id": str(int(r["mdl_id"]) + step)} for r in row["related"]]
    own = {"mdl_id": row["mdl_id"] + step, "title": f"{row['title']} {copy + 1}"}
    return row | people | own | {"related": related}


def repeated(listing: Path, copies: int) -> Iterator[str]:
    for copy in range(copies):
        with listing.open(encoding="utf-8") as file:
            for line in file:
                yield json.dumps(copied(json.loads(line), copy)) + "\n"


def manage(data: Path, *arguments: str) -> tuple[float, float, float]:
    """Seconds, those of the processor, and peak megabytes. Raises SystemExit on failure."""
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 (our own command)
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(data)},
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{arguments[0]} failed")
    cpu = usage.ru_utime + usage.ru_stime
    return time.monotonic() - began, cpu, usage.ru_maxrss / 1024


def measured(folder: Path, listing: Path, copies: int) -> tuple[Cost, Cost]:
    """The first import, and the second one, which has nothing to write."""
    file, data = folder / f"{copies}.jsonl", folder / f"data-{copies}"
    rows = 0
    with file.open("w", encoding="ascii") as target:
        for line in repeated(listing, copies):
            target.write(line)
            rows += 1
    manage(data, "migrate", "-v0")
    first = manage(data, "import_dramas", str(file))
    again = manage(data, "import_dramas", str(file))
    return Cost(rows, *first), Cost(rows, *again)


def main() -> None:
    listing = Path(sys.argv[1]) if len(sys.argv) > 1 else LISTING
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    if not listing.is_file():
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        small, small_again = measured(Path(folder), listing, 1)
        large, large_again = measured(Path(folder), listing, copies)
    ratio = (large.cpu / large.rows) / (small.cpu / small.rows)
    sys.stdout.write(
        f"new        {small}\nunchanged  {small_again}\n"
        f"new        {large}\nunchanged  {large_again}\n"
        f"processor time of a row in the larger file: {ratio:.2f} times that in the smaller one\n"
    )


if __name__ == "__main__":
    main()
