"""The nearest days before and after a span on which something airs. One query.

Links lead only to months with something in, so that nobody is led on without end.
"""

from __future__ import annotations

import datetime

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, Value

from catalog.airings.rows import Span
from catalog.models import Drama, Episode
from catalog.models.dates import Precision

BEFORE, AFTER = "before", "after"


def around(span: Span) -> tuple[datetime.date | None, datetime.date | None]:
    """The last day before the span, the first one behind it."""
    parts = [part for side in (BEFORE, AFTER) for part in _parts(span, side)]
    found = list(parts[0].union(*parts[1:], all=True).order_by())
    before = [day for side, day in found if side == BEFORE]
    after = [day for side, day in found if side == AFTER]
    return max(before, default=None), min(after, default=None)


def _parts(span: Span, side: str) -> list[QuerySet]:
    return [
        _nearest(_of_published(Episode.objects.all()), "air_date", span, side),
        _nearest(_to_the_day("released"), "released_on", span, side),
        _nearest(_to_the_day("ended"), "ended_on", span, side),
    ]


def _of_published(episodes: QuerySet[Episode]) -> QuerySet[Episode]:
    drama = Drama.objects.published().filter(seasons=OuterRef("season"))
    return episodes.filter(Exists(drama))


def _to_the_day(date: str) -> QuerySet[Drama]:
    return Drama.objects.published().filter(**{f"{date}_precision": Precision.DAY})


def _nearest(rows: QuerySet, date: str, span: Span, side: str) -> QuerySet:
    """One row at most: a part of a union may have no limit of its own on SQLite."""
    is_before = side == BEFORE
    beyond = {f"{date}__lt": span.first} if is_before else {f"{date}__gt": span.last}
    order = f"-{date}" if is_before else date
    nearest = Subquery(rows.filter(**beyond).order_by(order).values("pk")[:1])
    one = rows.model._default_manager.filter(pk=nearest).order_by()
    return one.annotate(side=Value(side), day=F(date)).values_list("side", "day")
