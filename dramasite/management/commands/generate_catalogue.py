"""``manage.py generate_catalogue``: a catalogue of any size, to measure with."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalog.models import Credit, Drama, Episode, Person
from catalog.search.index import catch_up
from comments.models import Reply
from dramasite.management.generated.inserting import filling
from dramasite.management.generated.plan import Plan
from dramasite.management.generated.writing import write

REPLIES_A_DRAMA = 30
COUNTED = (Drama, Person, Episode, Credit, Reply)


class Command(BaseCommand):
    help = "Fills an empty database with made-up dramas, people, episodes and replies."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dramas", type=int, default=1000, metavar="N", help="default: 1000")
        parser.add_argument("--seed", type=int, default=1, help="the same seed, the same catalogue")
        parser.add_argument("--replies", type=int, metavar="N", help="default: 30 a drama")
        parser.add_argument("--no-episodes", action="store_true")
        parser.add_argument(
            "--add", action="store_true", help="even where there are dramas already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        count, replies = options["dramas"], options["replies"]
        if count < 1 or (replies or 0) < 0:
            raise CommandError(_("There is nothing to make of a number below one."))
        if Drama.objects.exists() and not options["add"]:
            told = _("This database has dramas; made-up ones do not belong among them (--add).")
            raise CommandError(told)
        plan = Plan(
            seed=options["seed"],
            dramas=count,
            today=timezone.localdate(),
            replies=count * REPLIES_A_DRAMA if replies is None else replies,
            with_episodes=not options["no_episodes"],
        )
        as_a_whole = nullcontext() if Drama.objects.exists() else filling()
        with as_a_whole, tqdm(total=count, unit=" dramas", disable=None) as bar:
            for written in write(plan):
                bar.update(written)
        catch_up()
        for noun in COUNTED:
            number, name = noun._base_manager.count(), noun._meta.verbose_name_plural
            self.stdout.write(f"{number:>9,} {name}")
