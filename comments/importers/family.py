"""Who answers whom in a file, known before anything of it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyroaring import BitMap64

from comments.importers.records import Entry


@dataclass(slots=True)
class Family:
    """The numbers of a file, and of each answer what it answers: some bytes a reply.

    ``refused`` are those that will not be written, as far as that is known.
    """

    numbers: BitMap64 = field(default_factory=BitMap64)
    refused: BitMap64 = field(default_factory=BitMap64)
    parents: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Family:
        """Reads all of it, and so finds out whether the file is whole."""
        family = cls()
        for entry in entries:
            if not entry.number or entry.number in family.numbers:
                continue
            family.numbers.add(entry.number)
            if entry.parent:
                family.parents[entry.number] = entry.parent
        family._cut_circles()
        return family

    def parent_of(self, number: int) -> int:
        """The nearest above it that is in the file and not refused; 0 for none."""
        above = self.parents.get(number, 0)
        while above in self.refused:
            above = self.parents.get(above, 0)
        return above if above in self.numbers else 0

    def refuse(self, number: int) -> None:
        """It will not be written: its answers belong to what it answers."""
        if number:
            self.refused.add(number)

    def _cut_circles(self) -> None:
        """In a circle of answers, one of them becomes the beginning."""
        done = BitMap64()
        for number in list(self.parents):
            path: set[int] = set()
            while number and number not in done:
                if number in path:
                    self.parents.pop(number)
                    break
                path.add(number)
                number = self.parents.get(number, 0)
            done.update(path)
