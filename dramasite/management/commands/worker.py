"""The background worker: does what waits, and sees to it that what is due waits."""

from __future__ import annotations

from typing import Any

from django_tasks_db.management.commands import db_worker

from dramasite import schedule


class Command(db_worker.Command):
    help = "Does background work and keeps the schedule; `serve` starts one."

    def handle(self, **options: Any) -> None:
        schedule.keep()
        super().handle(**options)
