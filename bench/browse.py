"""Whether browsing stays as quick and as small when the catalogue grows a hundredfold.

    python bench/browse.py [DRAMAS [FOLDER]]

Two made-up catalogues, of 1,000 dramas and of DRAMAS (100,000), each measured by a process of
its own. They are made in FOLDER and kept there, or in a folder that is thrown away. Times are
of the processor, the best of several rounds: a busy machine has no part in those.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FEW, MANY = 1_000, 100_000
FAR_PAGE = 500
ROUNDS = 15
MOST_GROWTH, MOST_MEGABYTES = 2, 150
# The commonest value of each, one facet more a line.
FACETS = ("genre", "status", "kind", "country")


def measure() -> Iterator[tuple[str, float]]:
    # These need the settings, and count in the memory of a worker.
    from django.test import Client

    from catalog.browse.choice import Choice
    from catalog.browse.current import current
    from catalog.browse.found import find
    from catalog.views.browse import PER_PAGE

    client = Client(SERVER_NAME="localhost")
    began = time.process_time()
    with current.index() as index:
        yield "everything read once (no limit)", 1000 * (time.process_time() - began)
        counts = index.counts(Choice())
    common = [(key, max(counts[key], key=counts[key].__getitem__)) for key in FACETS]
    for number in range(len(FACETS) + 1):
        choice = Choice.parse(common[:number])
        # A last page with a few dramas on it would be no match for a whole one.
        far = max(1, min(FAR_PAGE, len(find(choice).dramas) // PER_PAGE))
        yield f"all counts, {number} facets", best(find, choice)
        yield f"first page, {number} facets", best(client.get, choice.url)
        address = f"/dramas/{choice.page_query(far)}"
        yield f"page {FAR_PAGE} or the last whole, {number} facets", best(client.get, address)
    yield "MB at the peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def best(what: Callable[[Any], object], argument: Any) -> float:
    """Milliseconds of the processor."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        what(argument)
        spent.append(1000 * (time.process_time() - began))
    return min(spent)


def worker() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "dramasite.settings"
    import django  # it reads the environment

    django.setup()
    json.dump(dict(measure()), sys.stdout)


def measured(dramas: int, folder: Path) -> dict[str, float]:
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "DATA_DIR": str(folder), "LOG_LEVEL": "ERROR"}

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(  # noqa: S603  (commands of our own)
            command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE
        )
        return done.stdout.decode()

    if not (folder / "made").exists():
        run("manage.py", "migrate", "--verbosity=0")
        made = ("--dramas", str(dramas), "--replies=0", "--no-episodes")
        run("manage.py", "generate_catalogue", *made)
        (folder / "made").touch()
    run("manage.py", "collectstatic", "--no-input", "--verbosity=0")
    return json.loads(run(__file__, "worker"))


def report(few: dict[str, float], many: dict[str, float]) -> list[str]:
    """Lines on standard output; what is too much."""
    faults = []
    for name, value in many.items():
        growth = value / few[name]
        sys.stdout.write(f"{name:36} {few[name]:9.2f} {value:9.2f}   ×{growth:.2f}\n")
        is_memory, is_free = name.startswith("MB"), "no limit" in name
        if value > MOST_MEGABYTES if is_memory else growth >= MOST_GROWTH and not is_free:
            faults.append(name)
    return faults


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dramas", nargs="?", type=int, default=MANY, metavar="DRAMAS")
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    return parser.parse_args()


def main() -> int:
    if sys.argv[1:] == ["worker"]:
        worker()
        return 0
    wanted = asked()
    with tempfile.TemporaryDirectory() as empty:
        folder = wanted.folder or Path(empty)
        sizes = [measured(dramas, folder / str(dramas)) for dramas in (FEW, wanted.dramas)]
    sys.stdout.write(f"{'milliseconds, at so many dramas':36} {FEW:9,} {wanted.dramas:9,}\n")
    faults = report(*sizes)
    sys.stdout.write("".join(f"too much: {fault}\n" for fault in faults))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
