"""What a drama is compared with: the day, and what is usual among its kind."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count
from django.utils import timezone

from catalog.models import Drama

FEWEST = 30  # below that nothing is usual
Runtimes = list[tuple[int, int]]


class Usual(NamedTuple):
    """The runtimes of most: nine of ten, in minutes."""

    low: int
    high: int


# Of a catalogue too small to tell: an episode fills a slot of at most an hour.
ASSUMED = {"series": Usual(5, 60)}


@dataclass(frozen=True, slots=True)
class Surroundings:
    today: datetime.date
    runtimes: dict[tuple[str, str], Usual] = field(default_factory=dict)

    def usual(self, kind: str, countries: tuple[str, ...]) -> Usual | None:
        """Of the first country, in which most of what is there was made."""
        country = countries[0] if countries else ""
        return self.runtimes.get((kind, country)) or ASSUMED.get(kind)


def surroundings() -> Surroundings:
    """Of the catalogue as it is today; one query, however large it is."""
    counted: defaultdict[tuple[str, str], Runtimes] = defaultdict(list)
    # A special of one part is longer than a series' episode.
    several = Drama.objects.filter(runtime__gt=0, episode_count__gt=1)
    rows = several.values_list("kind", "countries", "runtime").annotate(n=Count("pk"))
    for kind, country, runtime, number in rows.order_by("runtime"):
        counted[kind, country or ""].append((runtime, number))
    usual = {key: _usual(runtimes) for key, runtimes in counted.items() if _is_enough(runtimes)}
    return Surroundings(timezone.localdate(), usual)


def _is_enough(runtimes: Runtimes) -> bool:
    return sum(number for _runtime, number in runtimes) >= FEWEST


def _usual(runtimes: Runtimes) -> Usual:
    total = sum(number for _runtime, number in runtimes)
    return Usual(_at(runtimes, total * 0.05), _at(runtimes, total * 0.95))


def _at(runtimes: Runtimes, place: float) -> int:
    passed = 0
    for runtime, number in runtimes:
        passed += number
        if passed >= place:
            return runtime
    return runtimes[-1][0]
