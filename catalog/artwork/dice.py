"""Chance that falls the same way every time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


class Dice:
    """Numbers that follow from a text alone, whatever the version of Python."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode("utf-8", "surrogatepass")
        self._throws = 0

    def fraction(self) -> float:
        """At least 0, less than 1."""
        self._throws += 1
        digest = hashlib.blake2b(self._seed + b"%d" % self._throws, digest_size=6).digest()
        return int.from_bytes(digest) / (1 << 48)

    def between(self, low: int, high: int) -> int:
        """Both included."""
        return low + int(self.fraction() * (high - low + 1))

    def pick[T](self, choices: Sequence[T]) -> T:
        return choices[int(self.fraction() * len(choices))]

    def shuffled[T](self, items: Sequence[T]) -> list[T]:
        return sorted(items, key=lambda _item: self.fraction())
