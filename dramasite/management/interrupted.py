"""Background work that was begun and never ended: the machine went down, or it was killed."""

from __future__ import annotations

import datetime
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.tasks import TaskResultStatus, task
from django.utils import timezone
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


# No task of ours takes nearly so long; each is idempotent, should one do so all the same.
LONGEST = datetime.timedelta(hours=1)


def take_up_again() -> int:
    """Lets what seems to run wait once more; how many tasks. Only while no worker is at work."""
    running = DBTaskResult.objects.running()
    return running.update(status=TaskResultStatus.READY, started_at=None)


@task()
def take_up_overdue() -> int:
    """The same, where workers are started by other means than `serve`; how many tasks."""
    begun = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - LONGEST)
    return begun.update(status=TaskResultStatus.READY, started_at=None)
