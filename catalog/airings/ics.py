"""Calendars to subscribe to, by RFC 5545: what airs, as days without hours.

A UID stays with an episode when its day is moved, so that a calendar moves what it has.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.translation import get_language
from icalendar import Calendar, Event

from catalog.airings.calendar import Airing, airings_of
from catalog.airings.rows import Row

PRODUCT = "-//Dramasite//Calendar of dramas//EN"
# How often to ask again: dates are announced by the day.
REFRESH = datetime.timedelta(hours=12)


def subscribe_address(request: HttpRequest, path: str) -> str:
    """Opens in the calendar of whoever follows it, which then asks for it again and again."""
    _scheme, separator, rest = request.build_absolute_uri(path).partition("://")
    return f"webcal{separator}{rest}"


def calendar_file(name: str, rows: Sequence[Row], request: HttpRequest) -> bytes:
    """All of ``rows`` whose drama may be read. One query."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    head, *end = calendar.to_ical().rpartition(b"END:VCALENDAR")
    # Each is written and let go: together, as objects, they take far more room than the file.
    events = (_event(row, airing, request).to_ical() for row, airing in airings_of(rows).items())
    return b"".join([head, *events, *end])


def _event(row: Row, airing: Airing, request: HttpRequest) -> Event:
    drama, event = airing.drama, Event()
    event.add("uid", f"{row.mark}@{request.get_host()}")
    # The same each time, so that a calendar which has it already need not read it again.
    event.add("dtstamp", drama.changed_at.astimezone(datetime.UTC))
    event.add("dtstart", row.day)
    event.add("dtend", row.day + datetime.timedelta(days=1))
    event.add("summary", f"{drama.title} – {airing.words}", {"LANGUAGE": get_language()})
    event.add("url", request.build_absolute_uri(drama.get_absolute_url()))
    event.add("transp", "TRANSPARENT")
    return event
