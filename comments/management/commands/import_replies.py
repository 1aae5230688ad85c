"""``manage.py import_replies FILE``: take in the comments of WordPress, or our own export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalog.importers.lines import UnreadableFileError
from catalog.importers.listing import RefusedRows, refused_path
from catalog.management.stopping import told_plainly
from comments.importers.load import Load
from comments.importers.lot import Fate, Outcome
from comments.importers.own import OWN
from comments.importers.posts import Attaching, read_mapping
from comments.importers.records import Entry
from comments.importers.wordpress import WORDPRESS

SOURCES = {"wxr": WORDPRESS, "json": OWN}
SHOWN = 20  # refused replies that are named on the screen


class Command(BaseCommand):
    help = "Imports the comments of a WordPress export (WXR), or replies that were exported here."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--format", choices=sorted(SOURCES), help="default: by the extension")
        parser.add_argument(
            "--map", type=Path, metavar="CSV", help="which post is which drama: post,drama"
        )
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument(
            "--refused", type=Path, metavar="FILE", help="where is written what was refused"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path, dry_run = options["file"], options["dry_run"]
        form = options["format"] or ("json" if path.suffix.lower() == ".json" else "wxr")
        refused = options["refused"] or (None if dry_run else refused_path(path))
        try:
            with told_plainly(path):
                mapping = self._mapping(options["map"])
                with path.open("rb") as file, RefusedRows(refused) as kept:
                    counts = self._import(file, form, mapping, kept, dry_run=dry_run)
        except UnreadableFileError as error:
            told = _("%(file)s: %(why)s. Nothing was taken from it.")
            raise CommandError(told % {"file": path, "why": error}) from None
        self._summarise(counts, kept, dry_run=dry_run)

    def _mapping(self, path: Path | None) -> dict[str, str]:
        if path is None:
            return {}
        with path.open("rb") as file:
            try:
                return read_mapping(file)
            except UnreadableFileError as error:
                raise CommandError(f"{path}: {error}") from None

    def _import(
        self,
        file: BinaryIO,
        form: str,
        mapping: dict[str, str],
        refused: RefusedRows,
        *,
        dry_run: bool,
    ) -> Counter[Fate]:
        counts: Counter[Fate] = Counter()
        size = file.seek(0, 2)
        # disable=None: no bar where the output is no terminal.
        with tqdm(total=size, unit="B", unit_scale=True, disable=None) as bar:

            def entries() -> Iterator[Entry]:
                file.seek(0)
                bar.reset()
                for entry in SOURCES[form].entries(file):
                    bar.update(file.tell() - bar.n)
                    yield entry

            run = Load(entries, SOURCES[form].record, Attaching(mapping), dry_run=dry_run)
            for outcome in run.outcomes():
                counts[outcome.fate] += 1
                if outcome.fate == Fate.REFUSED:
                    self._name(outcome, refused)
        return counts

    def _name(self, outcome: Outcome, refused: RefusedRows) -> None:
        entry = outcome.entry
        post = entry.post.link or entry.post.slug or entry.post.title
        # What it said, and who said it, stands in the export alone.
        refused.add(entry.line, outcome.reason, number=entry.number, post=post)
        if refused.count <= SHOWN:
            place = _("line %d") % entry.line
            with tqdm.external_write_mode():
                self.stdout.write(f"{place}: {outcome.reason}")

    def _summarise(self, counts: Counter[Fate], refused: RefusedRows, *, dry_run: bool) -> None:
        told = _("%(all)d in all: %(taken)d taken, %(there)d there already, %(refused)d refused")
        replies = {fate.value: counts[fate] for fate in Fate if fate != Fate.PING}
        self.stdout.write(told % {**replies, "all": sum(replies.values())})
        if counts[Fate.PING]:
            told = _("Besides, %d pingbacks and trackbacks were left out.")
            self.stdout.write(told % counts[Fate.PING])
        if dry_run:
            self.stdout.write(_("This was a dry run: nothing was written."))
        if refused.count > SHOWN:
            self.stdout.write(_("Only the first %d refused replies are named here.") % SHOWN)
        if refused.count and refused.path:
            self.stdout.write(_("All that was refused is in %s") % refused.path)
