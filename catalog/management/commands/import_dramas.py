"""``manage.py import_dramas FILE``: take in a listing of MyDramaList."""

from __future__ import annotations

import argparse
import datetime
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalog.claim_names import name_of, shortly
from catalog.importers.lines import READERS, UnreadableFileError, csv_columns
from catalog.importers.listing import RefusedRows, Result, import_lines, refused_path
from catalog.importers.load import Load, Verdict
from catalog.importers.mydramalist import COLUMNS, REQUIRED
from catalog.management.stopping import told_plainly
from catalog.models import Publication

SHOWN = 20  # refused rows that are named on the screen


class Command(BaseCommand):
    kept: RefusedRows
    help = "Imports dramas from JSON Lines or CSV in the shape of a MyDramaList listing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--format", choices=sorted(READERS), help="default: by the extension")
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument(
            "--as-of", type=_day, metavar="DATE", help="the day of the figures (default: today)"
        )
        parser.add_argument(
            "--refused", type=Path, metavar="FILE", help="where refused rows are written"
        )
        parser.add_argument("--draft", action="store_true", help="new dramas begin as drafts")

    def handle(self, *args: Any, **options: Any) -> None:
        path, dry_run = options["file"], options["dry_run"]
        form = options["format"] or ("csv" if path.suffix.lower() == ".csv" else "jsonl")
        run = Load(
            as_of=options["as_of"] or timezone.localdate(),
            publication=Publication.DRAFT if options["draft"] else Publication.PUBLISHED,
            dry_run=dry_run,
        )
        # A dry run writes nothing, unless it is told where.
        written = options["refused"] or (None if dry_run else refused_path(path))
        stays = None if dry_run else refused_path(path, "kept")
        with RefusedRows(written) as refused, RefusedRows(stays) as self.kept:
            counts = self._import(path, form, run, refused)
        self._summarise(counts, run, refused, dry_run=dry_run)

    def _import(self, path: Path, form: str, run: Load, refused: RefusedRows) -> Counter[Verdict]:
        try:
            with told_plainly(path), path.open("rb") as file:
                if form == "csv":
                    self._check_columns(csv_columns(file))
                return self._follow(file, form, run, refused)
        except UnreadableFileError as error:
            raise CommandError(f"{path}: {error}") from None

    def _check_columns(self, columns: list[str]) -> None:
        missing = [name for name in REQUIRED if name not in columns]
        if missing:
            raise CommandError(_("The file has no column %s.") % ", ".join(missing))
        absent = [name for name in COLUMNS if name not in columns]
        if absent:
            self.stderr.write(_("Not in the file, and left alone: %s") % ", ".join(absent))

    def _follow(
        self, file: BinaryIO, form: str, run: Load, refused: RefusedRows
    ) -> Counter[Verdict]:
        counts: Counter[Verdict] = Counter()
        size = file.seek(0, 2)
        file.seek(0)
        # disable=None: no bar where the output is no terminal.
        with tqdm(total=size, unit="B", unit_scale=True, disable=None) as bar:

            def tell(result: Result) -> None:
                counts[result.verdict] += 1
                if result.verdict == Verdict.REFUSED:
                    self._name(result, refused)
                self._name_kept(result)
                bar.update(file.tell() - bar.n)

            import_lines(READERS[form](file), run, timezone.localdate(), tell)
        return counts

    def _name(self, result: Result, refused: RefusedRows) -> None:
        refused.add(result.line.number, result.reason, row=result.line.row)
        if refused.count <= SHOWN:
            place = _("line %d") % result.line.number
            with tqdm.external_write_mode():
                self.stdout.write(f"{place}: {result.reason}")

    def _name_kept(self, result: Result) -> None:
        for each in result.kept:
            field = name_of(each.field)
            self.kept.add(result.line.number, field, ours=each.ours, theirs=each.theirs)
            if self.kept.count <= SHOWN:
                told = _("line %(line)d: %(field)s stays “%(ours)s”, the file says “%(theirs)s”")
                values = {"line": result.line.number, "field": field}
                values |= {"ours": shortly(each.ours), "theirs": shortly(each.theirs)}
                with tqdm.external_write_mode():
                    self.stdout.write(told % values)

    def _summarise(
        self, counts: Counter[Verdict], run: Load, refused: RefusedRows, *, dry_run: bool
    ) -> None:
        words = (_("new"), _("changed"), _("unchanged"), _("refused"))
        fates = zip(Verdict, words, strict=True)
        self.stdout.write(", ".join(f"{counts[verdict]} {word}" for verdict, word in fates))
        if dry_run:
            self.stdout.write(_("This was a dry run: nothing was written."))
        if run.relations:
            self.stdout.write(_("Relations between dramas made: %d") % run.relations)
        if self.kept.count:
            told = _("Fields that stay as editors have them: %d")
            self.stdout.write(told % self.kept.count)
            if self.kept.path:
                self.stdout.write(_("All of them are in %s") % self.kept.path)
        if refused.count > SHOWN:
            self.stdout.write(_("Only the first %d refused rows are named here.") % SHOWN)
        if refused.count and refused.path:
            self.stdout.write(_("All refused rows are in %s") % refused.path)


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("not a date like 2025-10-31: %s") % text) from None
