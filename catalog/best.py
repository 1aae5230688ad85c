"""The dramas that one listing rates best. The figures are its own, of their dates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from catalog.models import Drama, Kind, ListingFigures

# With fewer votes behind it a rating says more of the voters than of the drama.
ENOUGH_VOTES = 100


@dataclass(frozen=True, slots=True)
class Best:
    """The best first, at least one; ``source`` is the listing's name."""

    source: str
    rows: list[ListingFigures]

    @property
    def first_date(self) -> datetime.date:
        return min(row.as_of for row in self.rows)

    @property
    def last_date(self) -> datetime.date:
        return max(row.as_of for row in self.rows)


def best_rated(limit: int) -> Best | None:
    """One query; of one listing alone, since ratings of two cannot be compared. No shows:
    fans rate those of their idols above any drama."""
    rated = ListingFigures.objects.filter(rating__isnull=False, votes__gte=ENOUGH_VOTES)
    rows = list(
        rated.filter(source=Subquery(rated.order_by("source").values("source")[:1]))
        .filter(Exists(_dramas()))
        .select_related("drama__poster", "drama__backdrop")
        .order_by("-rating", "-votes", "drama")[:limit]
    )
    return Best(rows[0].get_source_display(), rows) if rows else None


def _dramas() -> QuerySet:
    return Drama.objects.published().filter(pk=OuterRef("drama")).exclude(kind=Kind.SHOW)
