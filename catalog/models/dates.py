"""Dates of which only a part may be known: a year, a month, or the day."""

from __future__ import annotations

import datetime
from calendar import monthrange
from dataclasses import dataclass
from typing import Self

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    YEAR = "year", _("year")
    MONTH = "month", _("month")
    DAY = "day", _("day")


ISO_LENGTH = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
DISPLAY_FORMAT = {
    Precision.YEAR: "Y",
    Precision.MONTH: "YEAR_MONTH_FORMAT",
    Precision.DAY: "DATE_FORMAT",
}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The first day of what is known, and how much of it is known."""

    first_day: datetime.date
    precision: Precision = Precision.DAY

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2005", "2005-10" or "2005-10-11". Raises ValueError for anything else."""
        precision = next((p for p, n in ISO_LENGTH.items() if n == len(text)), None)
        if precision is None:
            raise ValueError(f"not a year, a month or a day: {text!r}")
        return cls(datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :]), precision)

    @classmethod
    def of(cls, first_day: datetime.date | None, precision: str) -> Self | None:
        """From the two columns that a model keeps it in."""
        return cls(first_day, Precision(precision)) if first_day and precision else None

    @staticmethod
    def columns(date: PartialDate | None) -> tuple[datetime.date | None, str]:
        """The two columns that a model keeps it in."""
        return (date.first_day, date.precision.value) if date else (None, "")

    @property
    def year(self) -> int:
        return self.first_day.year

    @property
    def last_day(self) -> datetime.date:
        """The last day that it may be."""
        if self.precision == Precision.YEAR:
            return self.first_day.replace(month=12, day=31)
        if self.precision == Precision.MONTH:
            return self.first_day.replace(day=monthrange(self.year, self.first_day.month)[1])
        return self.first_day

    def isoformat(self) -> str:
        """As much of YYYY-MM-DD as is known."""
        return self.first_day.isoformat()[: ISO_LENGTH[self.precision]]

    def spoken(self) -> str:
        """In words of the site's language, such as "October 2005"."""
        return date_format(self.first_day, DISPLAY_FORMAT[self.precision])

    def __str__(self) -> str:
        return self.isoformat()


def ends_too_early(released: PartialDate | None, ended: PartialDate | None) -> bool:
    """Compares as much of the two as is known of both."""
    if not released or not ended:
        return False
    known = min(ISO_LENGTH[released.precision], ISO_LENGTH[ended.precision])
    return ended.isoformat()[:known] < released.isoformat()[:known]
