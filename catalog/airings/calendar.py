"""The pages of the calendar: a month of days, a day, and the months around with something in."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.urls import reverse
from django.utils.formats import get_format

from catalog.airings.rows import Row, Span, most_popular_rows
from catalog.models import Drama

SHOWN_OF_A_DAY = 4  # in the grid of a month
LOOKED_AT = 8
MOST_OF_A_DAY = 2000  # on the pages of a day


@dataclass(frozen=True, slots=True)
class Airing:
    """What is said of a drama on a day, such as "Episode 3"."""

    drama: Drama
    words: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Day:
    date: datetime.date
    airings: list[Airing] = field(default_factory=list)
    has_more: bool = False

    def get_absolute_url(self) -> str:
        return reverse("calendar_day", args=[self.date])


def month_of(day: datetime.date) -> Span:
    last = monthrange(day.year, day.month)[1]
    return Span(day.replace(day=1), day.replace(day=last))


def days_of_month(month: Span) -> list[Day]:
    """All days of it, those without anything too. Six queries."""
    by_day = {
        day: list(rows)
        for day, rows in groupby(most_popular_rows(month, LOOKED_AT), key=lambda row: row.day)
    }
    shown = [row for rows in by_day.values() for row in rows[:SHOWN_OF_A_DAY]]
    said = airings_of(shown)
    return [_day(day, by_day.get(day, []), said) for day in month.days()]


def rows_of_day(day: datetime.date) -> list[Row]:
    """All of a day, the most popular first. Five queries."""
    return most_popular_rows(Span(day, day), MOST_OF_A_DAY)


def airings_of(rows: Sequence[Row]) -> dict[Row, Airing]:
    """With their dramas. One query."""
    dramas = Drama.objects.with_posters().in_bulk({row.drama_id for row in rows})
    return {
        row: Airing(drama, row.words(drama.kind), row.begins)
        for row in rows
        if (drama := dramas.get(row.drama_id))
    }


def _day(day: datetime.date, rows: list[Row], said: dict[Row, Airing]) -> Day:
    shown = [said[row] for row in rows[:SHOWN_OF_A_DAY] if row in said]
    return Day(day, shown, has_more=len(rows) > SHOWN_OF_A_DAY)


def blanks_before(month: Span) -> int:
    """How many days of a week stand before its first day, by the custom of the language."""
    first_of_week = get_format("FIRST_DAY_OF_WEEK")  # 0 is Sunday
    return (month.first.isoweekday() - first_of_week) % 7


def weekdays(month: Span) -> list[datetime.date]:
    """A day of each name, in the order in which the language has them."""
    first = month.first - datetime.timedelta(days=blanks_before(month))
    return [first + datetime.timedelta(days=number) for number in range(7)]
