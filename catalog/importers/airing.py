"""When a drama ran, from ranges such as "Oct 11, 2005 - Dec 20, 2005" and "2024 - ?"."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from catalog.models.dates import PartialDate, Precision
from catalog.models.drama import Status

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_abbr, calendar.month_name)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
DATE = re.compile(
    r"(?:(?P<month>[A-Za-z]{3,9})\.?,? +(?:(?P<day>\d{1,2}),? +)?)?(?P<year>\d{4})", re.ASCII
)
RANGE = re.compile(r"\s+[-–—]\s+")
UNKNOWN = ("", "?", "n/a", "tba", "tbd", "none")
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Run:
    """When a drama began and ended, as far as it is known."""

    released: PartialDate | None = None
    ended: PartialDate | None = None

    @classmethod
    def parse(cls, text: str) -> Run:
        """Raises ValueError for what is no date, no possible date, or an end before the start."""
        if text.strip().casefold() in UNKNOWN:
            return cls()
        first, *rest = RANGE.split(text.strip())
        if len(rest) > 1:
            raise ValueError("more than two dates")
        released = _date(first)
        ended = _date(rest[0]) if rest else _same_day(released)
        if released and ended and last_day(ended) < released.first_day:
            raise ValueError("it ends before it begins")
        return cls(released, ended)

    def status(self, today: datetime.date, *, announced: bool = False) -> str:
        """A value of ``Status``, or empty when the dates do not tell.

        ``announced`` dates were still to come when the source wrote them down: of such
        a month or year that is over, nobody said that it came true.
        """
        if self.ended and last_day(self.ended) < today:
            return Status.ENDED
        if self.released is None:
            return ""
        if self.released.first_day > today:
            return Status.UPCOMING
        if not announced or self.released.precision == Precision.DAY:
            return Status.AIRING
        return Status.UPCOMING if last_day(self.released) >= today else ""


def last_day(date: PartialDate) -> datetime.date:
    """The last day that a partial date may mean."""
    first = date.first_day
    if date.precision == Precision.DAY:
        return first
    month = 12 if date.precision == Precision.YEAR else first.month
    return datetime.date(first.year, month, calendar.monthrange(first.year, month)[1])


def _same_day(date: PartialDate | None) -> PartialDate | None:
    """A single day stands for a drama that was over on the day it came out."""
    return date if date and date.precision == Precision.DAY else None


def _date(text: str) -> PartialDate | None:
    if text.strip().casefold() in UNKNOWN:
        return None
    found = DATE.fullmatch(text.strip())
    if not found or int(found["year"]) not in YEARS:
        raise ValueError(f"not a date: {text[:40]}")
    if not found["month"]:
        return PartialDate(datetime.date(int(found["year"]), 1, 1), Precision.YEAR)
    month = MONTHS.get(found["month"].casefold())
    if month is None:
        raise ValueError(f"not a month: {found['month']}")
    precision = Precision.DAY if found["day"] else Precision.MONTH
    day = int(found["day"] or 1)
    try:
        return PartialDate(datetime.date(int(found["year"]), month, day), precision)
    except ValueError:
        raise ValueError(f"no such day: {text[:40]}") from None


DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}) *(?:hrs?|hours?|h)\.?)? *"
    r"(?:(?P<minutes>\d{1,4}) *(?:mins?|minutes?|m)\.?)?",
    re.ASCII | re.IGNORECASE,
)


def minutes(text: str) -> int | None:
    """Of "1 hr. 10 min.": 70. ``None`` when silent or zero. Raises ValueError."""
    if text.strip().casefold() in UNKNOWN:
        return None
    found = DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()):
        raise ValueError(f"not a duration: {text[:40]}")
    return int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) or None
