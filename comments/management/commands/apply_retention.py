"""Forgets the personal data that is past its time; the schedule does so each day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from comments.forgetting import forget_what_expired
from comments.kept import in_markdown
from comments.retention import PERSONAL


class Command(BaseCommand):
    help = "Forgets the personal data that is past its time, as the privacy page says."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count, and forget nothing")
        parser.add_argument(
            "--table", action="store_true", help="print the table as docs/privacy.md has it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["table"]:
            self.stdout.write(in_markdown(PERSONAL))
            return
        done = "past its time" if options["dry_run"] else "forgotten"
        for kept, number in forget_what_expired(dry_run=options["dry_run"]):
            self.stdout.write(f"{number:>8}  {kept.what}: {done}")
