"""What grows with the catalogue: every kind of page at 1,000 and at 100,000 dramas, in one run.

    python bench/scale.py [FOLDER [DRAMAS]]

FOLDER keeps the catalogues, so that a second run need not make them again (the large one
takes some ten minutes). Each is read by a worker of its own; the two answer in turns, and of
the rounds the median counts. Times are of the processor, in milliseconds, without the page
cache; whatever takes twice as long ends the run with 1, and so does a worker that holds more
than 150 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WORKER = ROOT / "bench/workers/pages.py"
FEW, MANY = 1_000, 100_000
ROUNDS = 7
MOST_TIMES, MOST_MEGABYTES = 2.0, 150


class Worker:
    """A process that has one catalogue, and measures what it is asked for by name."""

    def __init__(self, data: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own script)
            [sys.executable, str(WORKER)],
            cwd=ROOT,
            env=environment(data),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.cases: list[str] = self._answer()

    def measure(self, case: str) -> dict[str, Any]:
        """``ms`` a request, ``queries`` of one, ``status`` and the worker's ``megabytes``."""
        assert self._process.stdin is not None  # noqa: S101 (a pipe)
        self._process.stdin.write(case + "\n")
        self._process.stdin.flush()
        return self._answer()

    def end(self) -> None:
        self._process.communicate()

    def _answer(self) -> Any:
        assert self._process.stdout is not None  # noqa: S101 (a pipe)
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("a worker ended; what it said is above")
        return json.loads(line)


def environment(data: Path) -> dict[str, str]:
    return os.environ | {"DATA_DIR": str(data), "LOG_LEVEL": "ERROR"}


def made(folder: Path, dramas: int) -> Path:
    """The data folder of a catalogue of that size, made if it is not there."""
    data = folder / str(dramas)
    is_there = (data / "dramasite.sqlite3").exists()
    commands = [["migrate", "-v0"], ["collectstatic", "--no-input", "-v0"]]
    if not is_there:
        commands.append(["generate_catalogue", "--dramas", str(dramas)])
    for command in commands:
        subprocess.run(  # noqa: S603 (our own command)
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment(data), check=True
        )
    return data


def compared(small: Worker, large: Worker) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """A case with what the two workers measured, after one round that warms them."""
    for case in small.cases:
        first = (small.measure(case), large.measure(case))
        is_there = all(each["status"] == 200 for each in first)
        rounds = [(small.measure(case), large.measure(case)) for _ in range(ROUNDS * is_there)]
        few, many = zip(*(rounds or [first]), strict=True)
        yield case, list(few), list(many)


def row(case: str, small: list[Any], large: list[Any]) -> tuple[str, bool]:
    """A line of the table, and whether it keeps what was promised."""
    few, many = (statistics.median(each["ms"] for each in m) for m in (small, large))
    times = many / few if few else 0.0
    good = small[-1]["status"] == large[-1]["status"] == 200
    queries = f"{small[-1]['queries']:>3} {large[-1]['queries']:>3}"
    told = "" if good else f"  answered {small[-1]['status']}, {large[-1]['status']}"
    mark = "  <-- too slow" if good and times >= MOST_TIMES else ""
    return f"{case:44} {few:9.2f} {many:9.2f} {times:6.2f}  {queries}{told}{mark}", not mark


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    parser.add_argument("dramas", nargs="?", type=int, default=MANY, metavar="DRAMAS")
    return parser.parse_args()


def main() -> int:
    wanted = asked()
    with tempfile.TemporaryDirectory() as empty:
        folder = wanted.folder or Path(empty)
        small, large = (Worker(made(folder, size)) for size in (FEW, wanted.dramas))
        out, kept = sys.stdout.write, True
        out(f"{'CPU ms a request, at':44} {FEW:9} {wanted.dramas:9}  times  queries\n")
        for measured in compared(small, large):
            line, is_good = row(*measured)
            kept = kept and is_good
            out(line + "\n")
            sys.stdout.flush()
            memory = [each[-1]["megabytes"] for each in measured[1:]]
        out(f"memory of a worker at the end: {memory[0]:.0f} MB and {memory[1]:.0f} MB\n")
        small.end()
        large.end()
    return not (kept and memory[1] < MOST_MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
