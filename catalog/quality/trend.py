"""How the number of open findings has changed from day to day."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.db.models import Count
from django.utils import timezone

from catalog.models.finding import Finding, FindingCount, Severity

DAYS = 90
WIDTH, HEIGHT, ROOM = 240, 48, 2
Days = list[tuple[datetime.date, int]]


class Line(NamedTuple):
    """``points`` as an SVG's polyline has them; ``before`` is the number of the day ``since``."""

    severity: Severity
    points: str
    number: int
    before: int
    since: datetime.date


def note() -> None:
    """Write down today's numbers; again on the same day, the later ones."""
    counted = dict(
        Finding.objects.open().values_list("severity").annotate(n=Count("pk")).order_by()
    )
    today = timezone.localdate()
    for severity in Severity:
        FindingCount.objects.update_or_create(
            day=today, severity=severity, defaults={"number": counted.get(severity, 0)}
        )


def trend(days: int = DAYS) -> list[Line]:
    """A line for each severity, of its own scale; none of which fewer than two days are known."""
    since = timezone.localdate() - datetime.timedelta(days=days)
    rows = FindingCount.objects.filter(day__gte=since).order_by("day")
    known: dict[int, Days] = {severity: [] for severity in Severity}
    for severity, day, number in rows.values_list("severity", "day", "number"):
        known[severity].append((day, number))
    return [_line(each, known[each]) for each in Severity if len(known[each]) > 1]


def _line(severity: Severity, days: Days) -> Line:
    (first, before), (last, number) = days[0], days[-1]
    length, most = (last - first).days, max(1, *(number for _day, number in days))
    points = (
        f"{(day - first).days * WIDTH / length:.0f},"
        f"{HEIGHT - ROOM - number * (HEIGHT - 2 * ROOM) / most:.0f}"
        for day, number in days
    )
    return Line(severity, " ".join(points), number, before, first)
