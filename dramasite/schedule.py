"""What the site does by itself from time to time. The worker asks every so often what is due.

A job is a background task without arguments, idempotent as every task must be. Its row and its
task are written in one transaction: however many workers ask, and whenever they are killed, a
job is enqueued exactly once each time it is due.
"""

from __future__ import annotations

import datetime
import logging
import threading
import time
from dataclasses import dataclass

from django.db import DatabaseError, connections, transaction
from django.tasks import Task
from django.utils import timezone

from catalog.tasks import check_quality, check_quality_of_changes
from comments.forgetting import apply_retention
from comments.notification.delivery import deliver
from comments.notification.editors import tell_editors
from dramasite.management.interrupted import take_up_overdue
from dramasite.models import ScheduledJob

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 30


@dataclass(frozen=True, slots=True)
class Job:
    """``name`` is kept in the database: another name is another job."""

    name: str
    every: datetime.timedelta
    task: Task


JOBS: tuple[Job, ...] = (
    Job("apply retention", datetime.timedelta(days=1), apply_retention),
    # Each mail has a task of its own; this is for those whose task went wrong.
    Job("deliver mail", datetime.timedelta(minutes=10), deliver),
    # How often editors hear of what waits, the rules say: it is looked at so often.
    Job("tell editors", datetime.timedelta(minutes=10), tell_editors),
    Job("take up overdue tasks", datetime.timedelta(minutes=10), take_up_overdue),
    Job("check quality", datetime.timedelta(days=1), check_quality),
    Job("check quality of changes", datetime.timedelta(minutes=10), check_quality_of_changes),
)


def enqueue_due(jobs: tuple[Job, ...] = JOBS) -> list[str]:
    """The names of those that were due and are now waiting for a worker."""
    return [job.name for job in jobs if _enqueue_if_due(job, timezone.now())]


def _enqueue_if_due(job: Job, now: datetime.datetime) -> bool:
    rows = ScheduledJob.objects.filter(name=job.name)
    # Mostly nothing is due: a look takes no lock, so that visitors' posts need not wait for it.
    if rows.filter(last_due_at__gt=now - job.every).exists():
        return False
    with transaction.atomic():
        never = datetime.datetime.fromtimestamp(0, datetime.UTC)
        ScheduledJob.objects.get_or_create(name=job.name, defaults={"last_due_at": never})
        is_ours = rows.filter(last_due_at__lte=now - job.every).update(last_due_at=now)
        if is_ours:
            job.task.enqueue()
    return bool(is_ours)


def keep() -> None:
    """Look after the schedule beside the work of this process, until it ends."""
    threading.Thread(target=_look_for_ever, name="schedule", daemon=True).start()


def _look_for_ever() -> None:
    while True:
        try:
            enqueue_due()
        except DatabaseError:
            logger.exception("The schedule could not be looked at; it is tried again")
        finally:
            connections.close_all()
        time.sleep(SECONDS_BETWEEN_LOOKS)
