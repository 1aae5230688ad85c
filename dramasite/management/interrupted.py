"""Background work that was begun and never ended: the machine went down, or it was killed."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult


@contextmanager
def alone_with(folder: Path) -> Iterator[bool]:
    """Whether no other site is served from this folder; until the end none can be alone with it."""
    with (folder / "serve.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def take_up_again() -> int:
    """Lets what seems to run wait once more; how many tasks. Only while no worker is at work."""
    running = DBTaskResult.objects.running()
    return running.update(status=TaskResultStatus.READY, started_at=None)
