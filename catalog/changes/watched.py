"""The tables whose changes are noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from catalog.models import Country, Drama, DramaTag, Genre, ListingFigures, Network, Tag
from catalog.models.change import DramaChange

LOG = DramaChange._meta.db_table
DRAMA_COLUMNS = (
    *("title", "kind", "status", "released_on", "content_rating", "runtime", "episode_count"),
    *("publication", "publish_at", "unpublish_at"),
)
LISTED_FIGURES = ("drama_id", "rating", "votes", "popularity", "watchers")


@dataclass(frozen=True, slots=True)
class Watched:
    """``drama`` is the column of the drama's id; without one, every drama may have changed."""

    table: str
    columns: tuple[str, ...]
    drama: str = ""
    events: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")


def watched() -> Iterator[Watched]:
    yield Watched(Drama._meta.db_table, DRAMA_COLUMNS, "id")
    yield Watched(DramaTag._meta.db_table, ("drama_id", "tag_id", "is_spoiler"), "drama_id")
    yield Watched(ListingFigures._meta.db_table, LISTED_FIGURES, "drama_id")
    for plural, label in (("countries", "country"), ("networks", "network"), ("genres", "genre")):
        pairs: type[models.Model] = getattr(Drama, plural).through
        yield Watched(pairs._meta.db_table, ("drama_id", f"{label}_id"), "drama_id")
    # A new label is no drama's yet; the last drama of one that is deleted is noted by itself.
    yield Watched(Country._meta.db_table, ("slug",), events=("UPDATE",))
    for noun in (Network, Genre, Tag):
        yield Watched(noun._meta.db_table, ("name", "slug"), events=("UPDATE",))
