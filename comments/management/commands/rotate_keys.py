"""Seals all addresses with the first of ADDRESS_KEYS, and says whether the others may go."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django_tasks_db.models import DBTaskResult

from comments.rekeying import key_anew
from comments.rotation import CHANGED, OTHER_PEPPER, UNREADABLE, seal_anew

STAYS = "%d addresses open with none of ADDRESS_KEYS. Put the key back that sealed them."
PEPPER = (
    "%d addresses were hashed with another ADDRESS_PEPPER: `manage.py rotate_keys --pepper` "
    "makes their hashes anew, and empties what is known of networks and browsers."
)
MAY_GO = (
    "Every address is sealed with the first of ADDRESS_KEYS. The other %d may be taken out, "
    "as soon as everything that serves this site was started with these keys%s. "
    "Backups from before still need them."
)


class Command(BaseCommand):
    help = "Seals all addresses with the first of ADDRESS_KEYS; the site may be served meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        text = "make the hashes of addresses anew, after ADDRESS_PEPPER was changed"
        parser.add_argument("--pepper", action="store_true", help=text)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["pepper"]:
            self.stdout.write(
                f"{key_anew()[CHANGED]} replies and recipients of mail were keyed anew."
            )
        self.tell(seal_anew())

    def tell(self, found: Counter[str]) -> None:
        self.stdout.write(f"{found[CHANGED]} addresses were sealed anew.")
        if found[OTHER_PEPPER]:
            self.stdout.write(PEPPER % found[OTHER_PEPPER])
        if found[UNREADABLE]:
            raise CommandError(STAYS % found[UNREADABLE])
        if len(settings.ADDRESS_KEYS) > 1:
            self.stdout.write(MAY_GO % (len(settings.ADDRESS_KEYS) - 1, _when_work_is_done()))


def _when_work_is_done() -> str:
    # What waits may hold a sealed address.
    waiting = DBTaskResult.objects.filter(finished_at=None).count()
    return f" and the {waiting} background tasks that wait now are done" if waiting else ""
