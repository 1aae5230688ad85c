"""Parts of addresses."""

from __future__ import annotations

import datetime


class YearConverter:
    """Four digits, so that a year has one address."""

    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class MonthConverter:
    """ "2026-11": the first day of it."""

    regex = "[12][0-9]{3}-[01][0-9]"

    def to_python(self, value: str) -> datetime.date:
        return datetime.date.fromisoformat(f"{value}-01")

    def to_url(self, value: datetime.date) -> str:
        return f"{value.year:04}-{value.month:02}"


class DayConverter:
    """ "2026-11-25"; a ValueError for no day of the calendar finds no page."""

    regex = "[12][0-9]{3}-[01][0-9]-[0-3][0-9]"

    def to_python(self, value: str) -> datetime.date:
        return datetime.date.fromisoformat(value)

    def to_url(self, value: datetime.date) -> str:
        return value.isoformat()
