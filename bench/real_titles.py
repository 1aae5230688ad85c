"""Every page of a real catalogue: its answer, its queries, its faults, its time.

    python bench/real_titles.py [LISTING.jsonl]

Imports the listing into a database of its own (with DATA_DIR set, uses what is there)
and asks for every page that a visitor may reach. Ends with 1 when a page is at fault.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LISTING = ROOT.parent / "shared/data/dramas/mydramalist.jsonl"
MOST_FAULTS_TOLD = 40


def set_up(listing: Path, data: str) -> None:
    sys.path.insert(0, str(ROOT))
    os.environ["DATA_DIR"] = data
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dramasite.settings")
    # The settings take the folder from the environment when they are loaded.
    import django
    from django.core.management import call_command

    django.setup()
    if not (Path(data) / "dramasite.sqlite3").exists():
        call_command("migrate", verbosity=0)
        call_command("import_dramas", str(listing))
    call_command("collectstatic", interactive=False, verbosity=0)


def report(crawl: Any) -> Iterator[str]:
    yield "kind        pages  queries (most)  CPU ms median / 99 % / most"
    for kind, spent in crawl.milliseconds.items():
        slow = sorted(spent)[int(len(spent) * 0.99)]
        yield (
            f"{kind:10} {len(spent):6} {max(crawl.queries[kind]):8} "
            f"{statistics.median(spent):14.1f} / {slow:.1f} / {max(spent):.1f}"
        )
    yield f"{len(crawl.faults)} faults"
    yield from crawl.faults[:MOST_FAULTS_TOLD]


def main() -> int:
    listing = Path(sys.argv[1]) if len(sys.argv) > 1 else LISTING
    if not listing.is_file():
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as empty:
        set_up(listing, os.environ.get("DATA_DIR", empty))
        # The models can be loaded only now that Django is set up.
        from tests.pages import Crawl, addresses

        crawl = Crawl()
        for kind, address in addresses():
            crawl.visit(kind, address)
    sys.stdout.write("\n".join(report(crawl)) + "\n")
    return bool(crawl.faults)


if __name__ == "__main__":
    sys.exit(main())
