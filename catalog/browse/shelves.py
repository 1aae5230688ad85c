"""Dramas in one order, on shelves of a few hundred.

A page anywhere in the list is found by counting what the shelves before it hold of a choice:
some hundred intersections of small sets at 100,000 dramas, and only the shelves of the page
are looked through. A drama that moves is taken from its shelf and put on another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import batched

from pyroaring import BitMap

from catalog.browse.orders import Place

SIZE = 200
MOST = 5 * SIZE  # dramas on a shelf, before all of them are put in order anew


class Shelves:
    """Made of places in order."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._first: list[Place] = []
        self._shelves: list[BitMap] = []
        for batch in batched(places, SIZE, strict=False):
            self._first.append(batch[0])
            self._shelves.append(BitMap([pk for _rank, pk in batch]))

    @property
    def are_crowded(self) -> bool:
        return any(len(shelf) > MOST for shelf in self._shelves)

    def put(self, place: Place) -> None:
        if not self._shelves:
            self._first, self._shelves = [place], [BitMap()]
        # What comes before all others stands on the first one, too.
        self._shelves[max(0, bisect_right(self._first, place) - 1)].add(place[1])

    def take(self, ids: BitMap) -> None:
        for shelf in self._shelves:
            shelf.difference_update(ids)

    def each(self) -> Iterator[tuple[int, BitMap]]:
        """The shelves in order, each with how many dramas stand before it."""
        before = 0
        for shelf in self._shelves:
            yield before, shelf
            before += len(shelf)

    def about(self, wanted: BitMap, start: int, stop: int) -> tuple[int, BitMap]:
        """The ids on the shelves that hold the places ``start`` to ``stop`` of ``wanted``.

        With them goes the place that ``start`` has among these, once they are in order.
        """
        found, before = BitMap(), 0
        for shelf in self._shelves:
            count = shelf.intersection_cardinality(wanted)
            if not found and before + count <= start:
                before += count
            else:
                found |= shelf & wanted
            if before + len(found) >= stop:
                break
        return start - before, found
