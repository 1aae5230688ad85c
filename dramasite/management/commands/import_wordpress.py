"""``manage.py import_wordpress FILE``: take in a whole WordPress site from its export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalog.importers.lines import UnreadableFileError
from catalog.importers.listing import RefusedRows, refused_path
from catalog.importers.wordpress import mapping as mappings
from catalog.importers.wordpress.known import Fate, Outcome
from catalog.importers.wordpress.mapping import Mapping
from catalog.importers.wordpress.survey import Survey, survey
from catalog.importers.wxr import read_items
from catalog.management.stopping import told_plainly
from comments.importers.lot import Fate as ReplyFate
from dramasite.management.wordpress import Import, Report

SHOWN = 20  # of what was refused, on the screen


class Command(BaseCommand):
    help = "Takes in a WordPress export: dramas, pages, pictures, replies and old addresses."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--media", type=Path, metavar="DIR", help="a copy of wp-content/uploads"
        )
        parser.add_argument(
            "--mapping", type=Path, metavar="CSV", help="what categories and tags become"
        )
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument(
            "--report", type=Path, metavar="FILE", help="where is written what was not taken"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path, dry_run = options["file"], options["dry_run"]
        try:
            with told_plainly(path):
                self._handle(path, options, dry_run=dry_run)
        except UnreadableFileError as error:
            told = _("%(why)s. Nothing was taken.") % {"why": error}
            raise CommandError(told) from None

    def _handle(self, path: Path, options: dict[str, Any], *, dry_run: bool) -> None:
        media = options["media"]
        if media and not media.is_dir():
            raise CommandError(_("%s is no folder") % media)
        confirmed = self._read_mapping(options["mapping"])
        found = self._survey(path, confirmed)
        mapping = confirmed or self._proposed(path, found)
        kept = options["report"] or (None if dry_run else refused_path(path))
        with RefusedRows(kept) as rows, tqdm(disable=None, unit=" items") as bar:

            def tell(outcome: Outcome) -> None:
                bar.update()
                if outcome.fate == Fate.REFUSED and rows.count <= SHOWN:
                    line = _("line %d") % outcome.item.line
                    with tqdm.external_write_mode():
                        self.stdout.write(f"{line}: {outcome.reason}")

            report = Import(path, found, mapping, media, rows, dry_run, tell).run()
        found.stage.close()
        self._summarise(report, rows, dry_run=dry_run)

    def _read_mapping(self, path: Path | None) -> Mapping | None:
        if path is None:
            return None
        with path.open("rb") as file:
            try:
                return mappings.read(file)
            except UnreadableFileError as error:
                raise UnreadableFileError(f"{path}: {error}") from None

    def _survey(self, path: Path, mapping: Mapping | None) -> Survey:
        with path.open("rb") as file:
            try:
                return survey(read_items(file), mapping)
            except UnreadableFileError as error:
                raise UnreadableFileError(f"{path}: {error}") from None

    def _proposed(self, path: Path, found: Survey) -> Mapping:
        """Written down to be looked through; at a terminal it is asked whether to go on."""
        mapping = found.guessed()
        if not mapping.terms:
            return mapping
        place = settings.DATA_DIR / "import" / f"mapping-{path.stem}.csv"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", newline="", encoding="utf-8") as file:
            mappings.write(file, found.terms.values(), found.used, mapping)
        told = _(
            "What categories and tags seem to be is in %s: change it, and give it as --mapping."
        )
        self.stdout.write(told % place)
        if sys.stdin.isatty() and input(_("Go on with it as it is? [y/N] ")).lower() != "y":
            raise CommandError(_("Nothing was taken."), returncode=0)
        return mapping

    def _summarise(self, report: Report, kept: RefusedRows, *, dry_run: bool) -> None:
        items = {fate.value: report.items[fate] for fate in Fate} | {"all": report.item_count}
        told = _(
            "%(all)d items: %(drama)d dramas, %(page)d pages and %(picture)d pictures taken,"
            " %(there)d there already, %(left)d left out, %(refused)d refused"
        )
        self.stdout.write(told % items)
        replies = {fate.value: report.replies[fate] for fate in ReplyFate}
        told = _(
            "%(all)d replies: %(taken)d taken, %(there)d there already, %(refused)d refused,"
            " %(ping)d pingbacks left out"
        )
        self.stdout.write(told % (replies | {"all": sum(replies.values())}))
        if report.notes:
            self.stdout.write(_("Facts that found no field: %d") % report.notes)
        if dry_run:
            self.stdout.write(_("This was a dry run: nothing was written."))
        if kept.count and kept.path:
            self.stdout.write(_("What was not taken, and why, is in %s") % kept.path)
