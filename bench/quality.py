"""How many seeded errors the rules of quality find, and how much of what they say is true.

    python bench/quality.py [LISTING.jsonl]

Damages 1 % of the titles of a listing at random in each rule's way, each rule's in titles of
its own, then checks all. "undamaged" is what a rule says of titles that it spoke of before, or
that nobody damaged: precision counts it as untrue, though the real data has errors of its own.
"others" is what it says, since the damage, of titles damaged in another rule's way: an episode
taken from a list leaves a gap, and a wrong number too. Imports the listing into a database of
its own (with DATA_DIR set, uses a copy of what is there).
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from real_titles import LISTING, set_up

SEED, SHARE = 20051011, 0.01


def report() -> Iterator[str]:
    from seeded.damage import damage, list_episodes  # needs the settings, as the next ones

    from catalog.models import Finding
    from catalog.quality.check import check_all
    from catalog.quality.rules import RULES

    dice = random.Random(SEED)  # noqa: S311
    list_episodes(dice)
    began = time.process_time()
    check_all()
    before = Finding.objects.count()
    yield f"{before} findings before, in {time.process_time() - began:.1f} s of the processor"
    was = {name: _found(name) for name in RULES}
    yield f"{'rule':31} claims   seeded found others undamaged  precision recall"
    done = damage(dice, SHARE)
    damaged = {name: set().union(*done.values()) - seeded for name, seeded in done.items()}
    check_all()
    for name, seeded in done.items():
        found = _found(name)
        hit, beside = len(found & seeded), found - seeded
        others = len((beside & damaged[name]) - was[name])
        wrong = len(beside) - others
        yield (
            f"{name:31} {RULES[name].severity.label:8} {len(seeded):6} {hit:5} {others:6} "
            f"{wrong:9}  {hit / max(1, hit + wrong):9.2f} {hit / max(1, len(seeded)):6.2f}"
        )
    yield f"without a seed: {', '.join(sorted(RULES.keys() - done.keys())) or 'none'}"
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"{most:.0f} MB of memory at most"


def _found(rule: str) -> set[int]:
    from catalog.models import Finding  # needs the settings

    rows = Finding.objects.filter(rule=rule).values_list("drama", "person", "redirect")
    return {next(pk for pk in row if pk) for row in rows}


def main() -> None:
    listing = Path(sys.argv[1]) if len(sys.argv) > 1 else LISTING
    if not listing.is_file():
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as data:
        if given := os.environ.get("DATA_DIR"):
            shutil.copytree(given, data, dirs_exist_ok=True)
        set_up(listing, data)
        for line in report():
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
