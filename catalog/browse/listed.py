"""What browsing knows of a drama, apart from its labels."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Case, F, FloatField, Q, When
from django.db.models.functions import Cast

from catalog.browse.bands import EPISODES, RUNTIMES, band_of
from catalog.models import Drama, Publication
from catalog.slugs import slug_of

AT_ONCE = 2_000  # rows in memory
COLUMNS = (
    *("pk", "title", "kind", "status", "released_on", "content_rating", "runtime"),
    *("episode_count", "figures__popularity", "figures__watchers", "figures__votes"),
)


class Listed(NamedTuple):
    """A published drama, or one that is scheduled.

    The figures are the best of all listings, for the order alone.
    """

    pk: int
    title: str
    kind: str
    status: str
    released_on: datetime.date | None
    content_rating: str
    runtime: int | None
    episode_count: int | None
    popularity: int | None
    watchers: int | None
    votes: int | None
    rating: float | None
    goes_at: datetime.datetime | None
    comes_out_at: datetime.datetime | None  # of what visitors may not read yet

    def values(self) -> Iterator[tuple[str, str, str]]:
        """Keys of facets with their values: in the address, and as they are named."""
        year = str(self.released_on.year) if self.released_on else ""
        rating = self.content_rating
        yield "kind", self.kind, ""
        yield "status", self.status, ""
        yield "years", year, ""
        yield "rating", rating and _slug(rating), rating
        yield "runtime", band_of(self.runtime, RUNTIMES), ""
        yield "episodes", band_of(self.episode_count, EPISODES), ""


@lru_cache(maxsize=500)
def _slug(content_rating: str) -> str:
    """There are few, in whatever words."""
    return slug_of(content_rating, "other")


def listed(now: datetime.datetime, ids: Collection[int] | None = None) -> Iterator[Listed]:
    """All that are published or scheduled, or those of ``ids``.

    One query; figures of several sources in one.
    """
    rows = (Drama.objects.published(now) | Drama.objects.scheduled_after(now)).order_by("pk")
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    rating = Cast(F("figures__rating"), FloatField())
    before = None
    to_come = Q(publication=Publication.SCHEDULED, publish_at__gt=now)
    comes_out_at = Case(When(to_come, then="publish_at"))
    for row in rows.values_list(*COLUMNS, rating, "unpublish_at", comes_out_at).iterator(AT_ONCE):
        drama = Listed(*row)
        if before and before.pk == drama.pk:
            drama = _best(before, drama)
        elif before:
            yield before
        before = drama
    if before:
        yield before


def _best(one: Listed, other: Listed) -> Listed:
    """The same drama with the figures of another source."""
    ranks = [rank for rank in (one.popularity, other.popularity) if rank]
    return one._replace(
        popularity=min(ranks, default=None),
        watchers=max(one.watchers or 0, other.watchers or 0),
        votes=max(one.votes or 0, other.votes or 0),
        rating=max(one.rating or 0, other.rating or 0),
    )
