"""The index that a process keeps, true at every moment that it is asked.

One query tells what has changed since. A few dramas are read again, after more than that
everything is; what was scheduled comes in with its minute.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock

from django.db import connection
from django.utils import timezone

from catalog.browse.index import Index
from catalog.browse.reading import read_again, read_all
from catalog.changes import Mark, changes_since
from catalog.models import Drama

MOST_AGAIN = 2_000  # dramas; of more it is quicker to read everything


class Current:
    def __init__(self) -> None:
        self._lock = Lock()
        self._index = Index()
        self._mark = Mark()
        self._as_of = self._next = datetime.datetime.min.replace(tzinfo=datetime.UTC)

    @contextmanager
    def index(self) -> Iterator[Index]:
        """To be read only, and only within."""
        with self._lock:
            self._catch_up()
            yield self._index

    @contextmanager
    def as_read(self) -> Iterator[Index]:
        """As ``index`` has left it: for the rest of the same answer, without another query."""
        with self._lock:
            yield self._index

    def _catch_up(self) -> None:
        now = timezone.now()
        mark, changed = changes_since(self._mark)
        if changed is not None and self._next <= now:
            changed |= self._came_out_by(now)
        if changed != set():
            # Until it is done: what fails half-way is begun anew.
            self._mark = Mark()
            self._read(changed)
            self._as_of, self._next = now, _next_after(now)
        self._mark = mark

    def _read(self, changed: set[int] | None) -> None:
        if changed is not None and len(changed) <= MOST_AGAIN:
            read_again(self._index, changed)
            if not any(shelves.are_crowded for shelves in self._index.shelves.values()):
                return
        self._index = read_all()

    def _came_out_by(self, now: datetime.datetime) -> set[int]:
        since = Drama.objects.scheduled_after(self._as_of).filter(publish_at__lte=now)
        return set(since.values_list("pk", flat=True))


def _next_after(now: datetime.datetime) -> datetime.datetime:
    coming = Drama.objects.scheduled_after(now).order_by("publish_at")
    first = coming.values_list("publish_at", flat=True).first()
    return first or datetime.datetime.max.replace(tzinfo=datetime.UTC)


current = Current()


def warm() -> None:
    """Read everything before the first visitor asks; for a thread of its own."""
    # What fails here fails again where there is somebody to tell.
    with suppress(Exception), current.index():
        pass
    connection.close()
