"""Loads the demo catalogue."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from dramasite.management.demo import load_demo


class Command(BaseCommand):
    help = "Loads the demo catalogue; run again, it adds only what is missing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("only", nargs="*", default=[], help="the ids of dramas to load")

    def handle(self, *args: Any, **options: Any) -> None:
        count = load_demo(options["only"])
        if options["verbosity"]:
            self.stdout.write(f"{count} dramas of the demo catalogue are there.")
