"""Dice for skews: quantiles, weights, and the few that have most."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate

BEND = 1.6  # of 11,297 people, the busiest had 26 of 26,502 credits


class Dice(random.Random):
    """Seeded by a text, so that every part of a catalogue has dice of its own."""

    def between(self, *quantiles: float) -> float:
        """A number so spread that the quantiles divide it into equal shares."""
        place = self.random() * (len(quantiles) - 1)
        low = int(place)
        return quantiles[low] + (quantiles[low + 1] - quantiles[low]) * (place - low)

    def whole(self, *quantiles: float) -> int:
        return round(self.between(*quantiles))

    def chance(self, share: float) -> bool:
        return self.random() < share

    def skewed(self, size: int) -> int:
        """A place below ``size``; the first ones come up most, as in Zipf's law."""
        return int(size * self.random() ** BEND)

    def skewed_few(self, size: int, count: int) -> list[int]:
        """Up to ``count`` different places; hardly ever fewer."""
        return list(dict.fromkeys(self.skewed(size) for _ in range(2 * count)))[:count]


class Urn[T]:
    """Things drawn by weight."""

    def __init__(self, weights: dict[T, float]) -> None:
        self._things: Sequence[T] = list(weights)
        self._sums = list(accumulate(weights.values()))

    def draw(self, dice: Dice) -> T:
        return dice.choices(self._things, cum_weights=self._sums)[0]

    def draw_few(self, dice: Dice, count: int) -> list[T]:
        """Up to ``count`` different ones; hardly ever fewer."""
        drawn = dice.choices(self._things, cum_weights=self._sums, k=3 * count)
        return list(dict.fromkeys(drawn))[:count]


def spread(number: int, size: int, share: int) -> bool:
    """Whether number (0 to size - 1) is one of exactly ``share`` that are evenly spread."""
    return number * share // size != (number + 1) * share // size


def shares(total: int, size: int, largest: int) -> list[int]:
    """Parts of about ``total``, falling by a power of their place from ``largest`` on."""
    low, high = 0.0, 4.0
    for _ in range(30):
        power = (low + high) / 2
        low, high = (power, high) if _sum(size, largest, power) > total else (low, power)
    return [round(largest * (place + 1) ** -low) for place in range(size)]


def _sum(size: int, largest: int, power: float) -> float:
    return sum(largest * (place + 1) ** -power for place in range(size))
