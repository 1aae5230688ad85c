"""The calendar: a month, and a day."""

from __future__ import annotations

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from catalog.airings.around import around
from catalog.airings.calendar import (
    airings_of,
    blanks_before,
    days_of_month,
    month_of,
    rows_of_day,
    weekdays,
)
from catalog.airings.ics import subscribe_address
from catalog.airings.rows import Span
from dramasite.absolute import absolute
from dramasite.pagination import page_of

SPARSE = 4  # so few days are a list, not a grid of nothing


def calendar(request: HttpRequest) -> HttpResponse:
    """The present month, under the address that is always true."""
    return _month(request, timezone.localdate())


def month(request: HttpRequest, month: datetime.date) -> HttpResponse:
    return _month(request, month)


def _month(request: HttpRequest, day: datetime.date) -> HttpResponse:
    month, today = month_of(day), timezone.localdate()
    days = days_of_month(month)
    busy = sum(bool(day.airings) for day in days)
    # Only the present month may be empty: others would be addresses without end.
    if not busy and not month.first <= today <= month.last:
        raise Http404("nothing airs in that month")
    before, after = around(month)
    address = reverse("calendar_month", args=[month.first])
    context = {
        "month": month.first,
        "days": days,
        "is_empty": not busy,
        "is_sparse": busy <= SPARSE,
        "today": today,
        "blanks": blanks_before(month),
        "weekdays": weekdays(month),
        "before": before,
        "after": after,
        "canonical_url": absolute(address, request),
        "subscribe": subscribe_address(request, reverse("calendar_ics")),
    }
    return render(request, "catalog/calendar_month.html", context)


def day(request: HttpRequest, day: datetime.date) -> HttpResponse:
    page = page_of(rows_of_day(day), request)
    if not page.object_list:
        raise Http404("nothing airs on that day")
    before, after = around(Span(day, day))
    context = {
        "day": day,
        "page": page,
        "airings": list(airings_of(list(page.object_list)).values()),
        "before": before,
        "after": after,
    }
    return render(request, "catalog/calendar_day.html", context)
