"""What the prose may speak of, and what follows from it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.models.dates import PartialDate

# A listing praises a drama when enough of its watchers rate it high. Of the 3,337 dramas of
# one listing a third are rated 8 by so many, but two thirds 7.5: praise for most says nothing.
PRAISED_RATING = Decimal("8.0")
PRAISED_WATCHERS = 1_000


class Tense(Enum):
    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Figures:
    """What a listing site counts; ``source`` is its name, ``rating`` is out of ten.

    ``popularity`` and ``rank`` are places in its lists, 1 being the best.
    """

    source: str
    rating: Decimal | None = None
    watchers: int | None = None
    popularity: int | None = None
    rank: int | None = None


@dataclass(frozen=True)
class Facts:
    """All that is known of a drama; ``runtime`` in minutes, of an episode or of a film.

    ``kind`` and ``status`` are values of ``catalog.models.Kind`` and ``Status``;
    ``countries`` are pairs of ISO 3166-1 code and name; ``today`` decides the tense.
    """

    title: str
    today: datetime.date
    native_title: str = ""
    kind: str = "series"
    status: str = ""
    released: PartialDate | None = None
    ended: PartialDate | None = None
    countries: tuple[tuple[str, str], ...] = ()
    networks: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    season_count: int | None = None
    episode_count: int | None = None
    runtime: int | None = None
    figures: Figures | None = None
    cast: tuple[str, ...] = ()
    is_played_by_themselves: bool = False

    @cached_property
    def tense(self) -> Tense:
        """Whether it has come out by today. A known date outweighs the status."""
        if self.released and self.released.first_day > self.today:
            return Tense.FUTURE
        if self.released and self.released.last_day <= self.today:
            return Tense.UNKNOWN if self._day_may_have_been_missed else Tense.PAST
        if self.status == "upcoming":
            return Tense.FUTURE
        return Tense.PAST if self.status in ("airing", "ended") else Tense.UNKNOWN

    @property
    def _day_may_have_been_missed(self) -> bool:
        """Still listed as upcoming behind its day, or cancelled with no day of its end."""
        return self.status == "upcoming" or (self.status == "cancelled" and not self.ended)

    @property
    def is_upcoming(self) -> bool:
        return self.tense is Tense.FUTURE

    @property
    def was_never_shown(self) -> bool:
        """Cancelled before the day that was announced."""
        return self.is_upcoming and self.status == "cancelled"

    @property
    def may_never_have_been_shown(self) -> bool:
        """Cancelled, and nothing says that any of it had been shown by then."""
        return self.status == "cancelled" and self.tense is not Tense.PAST

    @cached_property
    def is_praised(self) -> bool:
        """Whether a listing's figures bear words of praise."""
        if not self.figures or self.tense is not Tense.PAST:
            return False
        rating, watchers = self.figures.rating or 0, self.figures.watchers or 0
        return rating >= PRAISED_RATING and watchers >= PRAISED_WATCHERS

    @property
    def runs_in_one_piece(self) -> bool:
        """A film or a special is no series of episodes, unless it is in several parts."""
        return self.kind in ("film", "special") and (self.episode_count or 1) == 1
