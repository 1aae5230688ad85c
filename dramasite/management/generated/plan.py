"""How large a catalogue is to be, and who has how much of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from math import gcd

from dramasite.management.generated.dice import Dice, shares, spread

MOST_CREDITS = 3_500
MOST_REPLIES = 10_000
PEOPLE_A_DRAMA = 2
STEP = 7_919  # strides through the places on the listing, so that fame is not the age of a row


@dataclass(frozen=True)
class Plan:
    """``replies`` in all; ``today`` is the last day on which anything was released."""

    seed: int
    dramas: int
    today: datetime.date
    replies: int
    with_episodes: bool = True

    def dice(self, *what: object) -> Dice:
        return Dice(" ".join(map(str, (self.seed, *what))))

    def place(self, number: int) -> int:
        """The place of a drama by popularity, from 0."""
        stride = STEP if gcd(STEP, self.dramas) == 1 else 1
        return number * stride % self.dramas

    def has_the_busiest(self, number: int) -> bool:
        """Whether the person with the most credits is in it: in one of two at the most."""
        return spread(number, self.dramas, min(MOST_CREDITS, self.dramas // 2))

    def replies_to(self, number: int) -> int:
        return self._replies_by_place[self.place(number)]

    @cached_property
    def _replies_by_place(self) -> list[int]:
        return shares(self.replies, self.dramas, min(MOST_REPLIES, self.replies // 3))
