"""What a source yields: one shape for every source, written by one loader.

A record says only what the source says. An empty string, ``None`` or an empty tuple
means that the source is silent, never that the value is to be erased.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from catalog.models.dates import PartialDate


@dataclass(frozen=True, slots=True)
class TitleRecord:
    """An alternative title; ``language`` is a BCP 47 tag or empty."""

    title: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class TagRecord:
    name: str
    is_spoiler: bool = False


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as the source knows them; told apart by ``source_id``, never by name.

    ``native_language`` is a BCP 47 tag.
    """

    source_id: str
    name: str
    native_name: str = ""
    other_names: tuple[str, ...] = ()
    born: PartialDate | None = None
    biography: str = ""
    native_language: str = ""


@dataclass(frozen=True, slots=True)
class CreditRecord:
    """``role`` is a value of ``catalog.models.Role``."""

    person: PersonRecord
    role: str
    character: str = ""


@dataclass(frozen=True, slots=True)
class EpisodeRecord:
    """``runtime`` in minutes."""

    number: int
    title: str = ""
    native_title: str = ""
    air_date: datetime.date | None = None
    runtime: int | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class SeasonRecord:
    number: int
    title: str = ""
    episodes: tuple[EpisodeRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class FiguresRecord:
    """Figures of a listing site, as of a date; ``source`` is a value of ``Source``."""

    source: str
    rating: Decimal | None = None
    votes: int | None = None
    rank: int | None = None
    popularity: int | None = None
    watchers: int | None = None
    as_of: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """``kind`` is a value of ``catalog.models.LinkKind``; ``label`` names a place to watch."""

    kind: str
    url: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """Another drama of the same source; ``kind`` is what the other is to this one."""

    source_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class DramaRecord:
    """A drama as one source describes it; ``runtime`` in minutes, countries as ISO 3166-1.

    ``other_ids`` are pairs of another source and the id by which that one knows the drama.
    ``slug`` is the address that a new drama should get, if it is free; empty: from the title.
    ``publication`` is the state in which a new drama begins, with its time ``publish_at``;
    empty: as the run says.
    """

    source: str
    source_id: str
    title: str
    kind: str = ""
    native_title: str = ""
    original_language: str = ""
    alternative_titles: tuple[TitleRecord, ...] = ()
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    tags: tuple[TagRecord, ...] = ()
    status: str = ""
    released: PartialDate | None = None
    ended: PartialDate | None = None
    content_rating: str = ""
    runtime: int | None = None
    season_count: int | None = None
    episode_count: int | None = None
    synopsis: str = ""
    synopsis_source: str = ""
    summary: str = ""
    about: str = ""
    links: tuple[LinkRecord, ...] = ()
    credits: tuple[CreditRecord, ...] = ()
    seasons: tuple[SeasonRecord, ...] = ()
    figures: FiguresRecord | None = None
    relations: tuple[RelationRecord, ...] = ()
    other_ids: tuple[tuple[str, str], ...] = ()
    slug: str = ""
    publication: str = ""
    publish_at: datetime.datetime | None = None
