"""The index that a process keeps, true at every moment that it is asked.

One query tells what has changed since. A few dramas are read again, after more than that
everything is; what was scheduled comes in with its minute, and goes with it.
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

MOST_AGAIN = 2_000  # dramas; of more it is quicker to read everything


class Current:
    def __init__(self) -> None:
        self._lock = Lock()
        self._index = Index()
        self._mark = Mark()

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
        if changed is not None:
            changed |= self._index.due(now)
        if changed != set():
            # Until it is done: what fails half-way is begun anew.
            self._mark = Mark()
            self._read(changed, now)
        self._mark = mark

    def _read(self, changed: set[int] | None, now: datetime.datetime) -> None:
        if changed is not None and len(changed) <= MOST_AGAIN:
            read_again(self._index, changed, now)
            if not any(shelves.are_crowded for shelves in self._index.shelves.values()):
                return
        self._index = read_all(now)


current = Current()


def warm() -> None:
    """Read everything before the first visitor asks; for a thread of its own."""
    # What fails here fails again where there is somebody to tell.
    with suppress(Exception), current.index():
        pass
    connection.close()
