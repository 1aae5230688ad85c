"""``manage.py check_quality``: look over the catalogue for what does not make sense."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalog.models import Drama, Finding, Severity
from catalog.quality.check import check_all


class Command(BaseCommand):
    help = "Looks over the whole catalogue for what does not make sense, and writes it down."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--list", action="store_true", help="tell the number of each rule")

    def handle(self, *args: Any, **options: Any) -> None:
        # disable=None: no bar where the output is no terminal.
        with tqdm(total=Drama.objects.count(), unit=" dramas", disable=None) as bar:
            check_all(bar.update)
        found = Finding.objects.open().order_by("severity", "rule")
        rows = list(found.values_list("severity", "rule").annotate(n=Count("pk")))
        sums: Counter[int] = Counter()
        for severity, _rule, number in rows:
            sums[severity] += number
        said = ", ".join(f"{sums[each]} × {each.label}" for each in Severity)
        self.stdout.write(_("Open findings: %s") % said)
        if options["list"]:
            for severity, rule, number in rows:
                self.stdout.write(f"{number:6} {Severity(severity).label:8} {rule}")
