"""On what terms visitors may reply to a drama: until when, and how often.

The rule for all counts days from the last of three moments: the drama's end, its publication
here, and the last reply that is to be read. From the end alone, a drama of 2005 that is entered
today would never be open, and a lively conversation would end in the middle. What airs or is
to come, and has no end that is known, stays open.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from catalog.models import Drama
from catalog.models.drama import Status
from comments.models import ModerationRules, Reply, State
from comments.models.conversation import Closing

EVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)
GOING_ON = (Status.UPCOMING, Status.AIRING)


def _rule(name: str) -> Subquery:
    return Subquery(ModerationRules.objects.values(name)[:1])


# Asked of a drama, in this order.
COLUMNS: tuple[Any, ...] = (
    *("conversation__closing", "conversation__closed_at", "conversation__slow_minutes"),
    *(_rule("close_after_days"), _rule("slow_minutes")),
)


@dataclass(frozen=True, slots=True)
class Terms:
    """``closes_at``: from when on nobody may reply; None when that is not in sight."""

    closes_at: datetime.datetime | None = None
    slow_minutes: int = 0

    @property
    def is_closed(self) -> bool:
        return self.closes_at is not None and self.closes_at <= timezone.now()


def terms_of(drama: Drama) -> Terms:
    """One query."""
    said = Reply.objects.filter(
        drama=OuterRef("pk"), state=State.PUBLISHED, first_shown_at__isnull=False
    )
    newest = Subquery(said.order_by("-created_at").values("created_at")[:1])
    found = Drama.objects.filter(pk=drama.pk).values_list(*COLUMNS, newest).first()
    return terms(drama, found[:-1], found[-1]) if found else Terms()


def terms(drama: Drama, columns: tuple[Any, ...], last_said_at: datetime.datetime | None) -> Terms:
    """From what COLUMNS gave, and when the last reply that is to be read was written."""
    closing, closed_at, slow, days, slow_by_rule = columns
    is_slow = slow_by_rule if slow is None else slow
    return Terms(_closes_at(drama, closing, closed_at, days, last_said_at), is_slow or 0)


def _closes_at(
    drama: Drama,
    closing: str | None,
    closed_at: datetime.datetime | None,
    days: int | None,
    last_said_at: datetime.datetime | None,
) -> datetime.datetime | None:
    if closing == Closing.CLOSED:
        return closed_at or EVER
    if closing == Closing.OPEN or days is None:
        return None
    try:
        since = _over_since(drama, last_said_at)
        return since and since + datetime.timedelta(days=days)
    except OverflowError:  # an end in the year 9999
        return None


def _over_since(drama: Drama, last_said_at: datetime.datetime | None) -> datetime.datetime | None:
    if drama.ended is None and drama.status in GOING_ON:
        return None
    moments = [drama.publish_at or drama.created_at, last_said_at, _end(drama)]
    return max(moment for moment in moments if moment is not None)


def _end(drama: Drama) -> datetime.datetime | None:
    """The first moment after the last day that its end may be, by the site's clock."""
    if drama.ended is None:
        return None
    after = drama.ended.last_day + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(after, datetime.time.min))
