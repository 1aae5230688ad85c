"""What the API says. The types are its schema; a docstring is what the description says."""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(description="Empty when it is not known.")]
Address = Annotated[str, Meta(description="An absolute address.")]
PartialDay = Annotated[
    str, Meta(description='As much of a date as is known: "2005", "2005-10" or "2005-10-11".')
]
Language = Annotated[str, Meta(description="A BCP 47 tag; empty when it is not known.")]


class Label(Struct, frozen=True):
    """A genre, a tag, a network or a country."""

    name: str
    url: Address


class Image(Struct, frozen=True):
    """Width and height in pixels."""

    url: Address
    width: int
    height: int
    alt: Text
    credit: Text = ""


class DramaLink(Struct, frozen=True):
    """As much of a drama as it takes to name it."""

    slug: str
    title: str
    native_title: Text
    original_language: Language
    kind: str
    released: PartialDay | None
    url: Address
    api_url: Address


class DramaSummary(DramaLink, frozen=True):
    status: Text
    ended: PartialDay | None
    episode_count: int | None
    lead: Text
    poster: Image
    countries: list[Label]
    genres: list[Label]


class PersonLink(Struct, frozen=True):
    slug: str
    name: str
    native_name: Text
    native_language: Language
    url: Address
    api_url: Address


class CastMember(Struct, frozen=True):
    """“role” is a code such as "main", "support" or "director"."""

    person: PersonLink
    role: str
    character: Text


class Title(Struct, frozen=True):
    title: str
    language: Language


class Episode(Struct, frozen=True):
    """“runtime” in minutes."""

    number: int
    title: Text
    native_title: Text
    air_date: datetime.date | None
    runtime: int | None
    summary: Text


class Season(Struct, frozen=True):
    """Number 0 holds specials."""

    number: int
    title: Text
    episodes: list[Episode]


class Figures(Struct, frozen=True):
    """Of another site, as of a date: never to be shown without either."""

    source: str
    as_of: datetime.date
    rating: float | None
    votes: int | None
    rank: int | None
    popularity: int | None
    watchers: int | None


class Link(Struct, frozen=True):
    kind: str
    label: Text
    url: str


class Related(Struct, frozen=True):
    """“relation” is what the other drama is to this one: a code such as "sequel"."""

    relation: str
    drama: DramaLink


class Drama(DramaSummary, frozen=True):
    """“runtime” in minutes. Tags that give the story away are left out."""

    alternative_titles: list[Title]
    networks: list[Label]
    tags: list[Label]
    content_rating: Text
    runtime: int | None
    season_count: int | None
    synopsis: Text
    synopsis_source: Text
    about: list[str]
    backdrop: Image
    gallery: list[Image]
    cast: list[CastMember]
    crew: list[CastMember]
    seasons: list[Season]
    figures: list[Figures]
    links: list[Link]
    related: list[Related]
    changed_at: datetime.datetime


class Credit(Struct, frozen=True):
    drama: DramaLink
    role: str
    character: Text


class Person(PersonLink, frozen=True):
    """The newest credits come first; “next” is where the others are."""

    other_names: list[str]
    born: PartialDay | None
    biography: Text
    portrait: Image | None
    credit_count: int
    credits: list[Credit]
    next: Address | None


class Dramas(Struct, frozen=True):
    """“count” is of the whole choice; “next” is null at its end."""

    count: int
    next: Address | None
    results: list[DramaSummary]


class Hit(Struct, frozen=True):
    """Either a drama or a person. “by” is a code of what matched, such as "title" or "native"."""

    by: str
    matched: Text
    drama: DramaLink | None
    person: PersonLink | None


class Hits(Struct, frozen=True):
    """The best first. “meant” is another spelling that was looked up; “next” is null at the end."""

    query: str
    meant: Text
    count: int
    next: Address | None
    results: list[Hit]


class Error(Struct, frozen=True):
    """“error” says in English what is wrong."""

    status: int
    error: str
