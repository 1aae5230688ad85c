"""How many of the pairs that readers recommend are among the first twelve similar dramas.

    python bench/similar.py [LISTING.jsonl]

Of a listing with its readers' recommendations ("recs"), the pairs of which both ends are in
it and that are not related anyway. Beside ours stand lists that need no thought: of the same
genre, the most popular. The weights were chosen on the dramas with an even id; the odd ones
tell whether they hold. Imports the listing into a database of its own (with DATA_DIR set,
uses what is there).
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from real_titles import LISTING, set_up

FIRST = 12
Row = dict[str, Any]


class Listing:
    """Its dramas by id, and whom their readers recommend to go on with."""

    def __init__(self, file: Path) -> None:
        lines = file.read_text(encoding="utf-8").splitlines()
        self.rows: dict[str, Row] = {str(row["mdl_id"]): row for row in map(json.loads, lines)}
        self.famous = sorted(self.rows, key=lambda pk: -(self.rows[pk]["watchers"] or 0))
        self.used = Counter(genre for row in self.rows.values() for genre in row["genres"])
        pairs = [
            (pk, str(related["mdl_id"]))
            for pk, row in self.rows.items()
            for related in row["related"]
        ]
        self.related = {*pairs, *((other, pk) for pk, other in pairs)}
        self.recommended = dict(self._recommended())

    def _recommended(self) -> Iterator[tuple[str, set[str]]]:
        for pk, row in self.rows.items():
            others = {o for o in row["recs"] if o in self.rows and self.may_follow(pk, o)}
            if others:
                yield pk, others

    def may_follow(self, pk: str, other: str) -> bool:
        return pk != other and (pk, other) not in self.related

    def genres(self, pk: str) -> set[str]:
        return set(self.rows[pk]["genres"])

    def first(self, pk: str, wanted: Callable[[str], bool]) -> list[str]:
        """The most popular of those wanted."""
        return [o for o in self.famous if self.may_follow(pk, o) and wanted(o)][:FIRST]

    def of_the_rarest_genre(self, pk: str) -> list[str]:
        genres = sorted(self.genres(pk), key=lambda genre: self.used[genre])
        return self.first(pk, lambda other: bool(genres) and genres[0] in self.genres(other))

    def of_the_first_genre(self, pk: str) -> list[str]:
        genres = self.rows[pk]["genres"]
        return self.first(pk, lambda other: bool(genres) and genres[0] in self.genres(other))

    def of_most_genres(self, pk: str) -> list[str]:
        own = self.genres(pk)
        others = [other for other in self.famous if self.may_follow(pk, other)]
        return sorted(others, key=lambda other: -len(own & self.genres(other)))[:FIRST]


class Ours:
    """Our own lists, as the page of a drama shows them, and how long each took."""

    def __init__(self) -> None:
        # Models can be loaded only now that Django is set up.
        from catalog.models import ExternalId, Source

        ids = ExternalId.objects.filter(source=Source.MYDRAMALIST, drama__isnull=False)
        self._dramas: dict[str, Any] = {row.value: row.drama for row in ids.select_related("drama")}
        self._names = {drama.pk: value for value, drama in self._dramas.items()}
        self.milliseconds: list[float] = []
        self.reasons: Counter[str] = Counter()

    def __call__(self, pk: str) -> list[str]:
        from catalog.labels import labels_of  # needs the settings, as the next
        from catalog.neighbours import neighbours_of

        drama = self._dramas[pk]
        began = time.process_time()
        found = neighbours_of(drama, labels_of(drama), FIRST).similar
        self.milliseconds.append(1000 * (time.process_time() - began))
        self.reasons.update(" ".join(each.reason.split()[:2]) for each in found)
        return [self._names[each.drama.pk] for each in found]


def share(listing: Listing, lists: Callable[[str], list[str]]) -> tuple[float, float]:
    """Of the pairs of dramas with an even and with an odd id, those found."""
    found, pairs = [0, 0], [0, 0]
    for pk, recommended in listing.recommended.items():
        half = int(pk) % 2
        found[half] += len(recommended.intersection(lists(pk)))
        pairs[half] += len(recommended)
    return found[0] / pairs[0], found[1] / pairs[1]


def main() -> int:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else LISTING
    if not file.is_file():
        raise SystemExit(__doc__)
    listing = Listing(file)
    with tempfile.TemporaryDirectory() as empty:
        set_up(file, os.environ.get("DATA_DIR", empty))
        ours = Ours()
        lists: dict[str, Callable[[str], list[str]]] = {
            "same first genre, most popular": listing.of_the_first_genre,
            "same rarest genre, most popular": listing.of_the_rarest_genre,
            "most genres in common, most popular": listing.of_most_genres,
            "ours": ours,
        }
        shares = {name: share(listing, each) for name, each in lists.items()}
    out = sys.stdout.write
    out(f"{sum(map(len, listing.recommended.values()))} pairs, found in the first {FIRST}:\n")
    for name, (even, odd) in shares.items():
        out(f"{name:36} {even:6.1%} (even ids) {odd:6.1%} (odd ids)\n")
    best = max(odd for name, (_even, odd) in shares.items() if name != "ours")
    times = shares["ours"][1] / best
    out(f"ours, odd ids, against the best of the others: {times:.2f} times\n")
    out(f"CPU ms a list: {statistics.median(ours.milliseconds):.1f} (median)\n")
    out("reasons: " + ", ".join(f"{n} {words}" for words, n in ours.reasons.most_common()) + "\n")
    return times < 2


if __name__ == "__main__":
    sys.exit(main())
