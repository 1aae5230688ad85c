"""A drama as the rules see it: plain values, read by the hundred in ``reading.py``."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from catalog.models.dates import PartialDate


class EpisodeFacts(NamedTuple):
    number: int
    air_date: datetime.date | None = None
    runtime: int | None = None


@dataclass(slots=True)
class SeasonFacts:
    pk: int
    number: int
    episodes: list[EpisodeFacts] = field(default_factory=list)


class CreditFacts(NamedTuple):
    person: int
    name: str
    role: str
    character: str = ""
    born_on: datetime.date | None = None
    is_cast: bool = True


class FiguresFacts(NamedTuple):
    source: str
    as_of: datetime.date
    rating: Decimal | None = None
    votes: int | None = None
    watchers: int | None = None


class LinkFacts(NamedTuple):
    kind: str
    url: str


class RelationFacts(NamedTuple):
    """``back`` are the kinds by which the other drama names this one."""

    kind: str
    other: int
    title: str
    is_visible: bool = True
    released_on: datetime.date | None = None
    back: tuple[str, ...] = ()


class PictureFacts(NamedTuple):
    """``place`` is "poster", "backdrop" or "gallery"."""

    pk: int
    place: str
    alt: str = ""
    width: int = 0
    height: int = 0


class IdFacts(NamedTuple):
    """``claims`` are what the source said when it was read, field by field."""

    source: str
    value: str
    claims: dict[str, Any] = {}


@dataclass(slots=True)
class DramaFacts:
    """``runtime`` in minutes."""

    pk: int = 0
    title: str = ""
    native_title: str = ""
    original_language: str = ""
    kind: str = "series"
    status: str = ""
    released: PartialDate | None = None
    ended: PartialDate | None = None
    runtime: int | None = None
    season_count: int | None = None
    episode_count: int | None = None
    synopsis: str = ""
    summary: str = ""
    about: str = ""
    is_visible: bool = True
    countries: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    seasons: list[SeasonFacts] = field(default_factory=list)
    credits: list[CreditFacts] = field(default_factory=list)
    figures: list[FiguresFacts] = field(default_factory=list)
    links: list[LinkFacts] = field(default_factory=list)
    relations: list[RelationFacts] = field(default_factory=list)
    pictures: list[PictureFacts] = field(default_factory=list)
    ids: list[IdFacts] = field(default_factory=list)

    @property
    def cast(self) -> list[CreditFacts]:
        return [credit for credit in self.credits if credit.is_cast]

    @property
    def numbered_seasons(self) -> list[SeasonFacts]:
        """Without the specials, which listing sites keep in season 0."""
        return [season for season in self.seasons if season.number > 0]

    @property
    def listed(self) -> int:
        """How many episodes are listed."""
        return sum(len(season.episodes) for season in self.numbered_seasons)
