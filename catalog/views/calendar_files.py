"""Calendars to subscribe to: of the whole, of a network, of a drama."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from catalog.airings.ics import calendar_file
from catalog.airings.rows import Row, Span, most_popular_rows, rows_of
from catalog.models import Drama, Network
from catalog.views.former import follow_former_slugs
from dramasite.conditional import conditional

PAST, AHEAD = datetime.timedelta(days=31), datetime.timedelta(days=92)
OF_A_DAY = 8
MOST = 2000  # events of a file


@conditional
def whole(request: HttpRequest) -> HttpResponse:
    """The last month and the next three; of a day with very many, the most popular."""
    rows = _few_of_each_day(most_popular_rows(_present(), OF_A_DAY))
    return _file(request, "calendar", settings.SITE_NAME, rows)


@conditional
def network(request: HttpRequest, slug: str) -> HttpResponse:
    """All that it shows, from a month ago on."""
    network = get_object_or_404(Network.objects.in_use(), slug=slug)
    rows = rows_of(_present(), Drama.objects.filter(networks=network))
    return _file(request, slug, f"{network.name} – {settings.SITE_NAME}", rows)


@conditional
@follow_former_slugs(Drama)
def drama(request: HttpRequest, slug: str) -> HttpResponse:
    """All of its days, past and to come."""
    drama = get_object_or_404(Drama.objects.published(), slug=slug)
    ever = Span(datetime.date.min, datetime.date.max)
    rows = rows_of(ever, Drama.objects.filter(pk=drama.pk))
    if not rows:
        raise Http404("no day is known")
    return _file(request, slug, drama.title, rows)


def _present() -> Span:
    today = timezone.localdate()
    return Span(today - PAST, today + AHEAD)


def _few_of_each_day(rows: Sequence[Row]) -> list[Row]:
    by_day: dict[datetime.date, list[Row]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    return [row for day in by_day.values() for row in day[:OF_A_DAY]]


def _file(request: HttpRequest, slug: str, name: str, rows: Sequence[Row]) -> HttpResponse:
    response = HttpResponse(
        calendar_file(name, rows[-MOST:], request), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = f'inline; filename="{slug}.ics"'
    return response
