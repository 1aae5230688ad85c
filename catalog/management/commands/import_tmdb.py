"""``manage.py import_tmdb 21034 …``: take in series by their ids at TMDB."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from catalog.claim_names import name_of, shortly
from catalog.importers.cells import RefusedRow
from catalog.importers.load import Outcome, Verdict, load_person
from catalog.importers.tmdb.api import Api, TmdbError
from catalog.importers.tmdb.people import person_in
from catalog.importers.tmdb.recorded import Recorded
from catalog.importers.tmdb.taking import Taking
from catalog.models import Publication, Source


class Command(BaseCommand):
    help = "Imports series from TMDB: TMDB_KEY in the environment is the key of its API."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="*", type=int, metavar="ID", help="such as 21034")
        parser.add_argument(
            "--from", type=Path, dest="folder", metavar="DIR",
            help="take saved answers from this folder; without ids, all that are there",
        )  # fmt: skip
        parser.add_argument("--language", default="", help="of titles and stories, such as de")
        parser.add_argument(
            "--region", action="append", default=[], metavar="CC",
            help="a country of which the places to watch are named, beside the drama's own",
        )  # fmt: skip
        parser.add_argument("--no-pictures", action="store_true")
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument("--draft", action="store_true", help="new dramas begin as drafts")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            ids, source = self._source(options)
        except TmdbError as error:
            raise CommandError(str(error)) from None
        taking = Taking(
            source,
            regions=[region.upper() for region in options["region"]],
            publication=Publication.DRAFT if options["draft"] else Publication.PUBLISHED,
            with_pictures=not (options["no_pictures"] or options["folder"]),
            dry_run=options["dry_run"],
        )
        failed: list[int | str] = [number for number in ids if not self._take(taking, number)]
        if isinstance(source, Recorded) and not options["ids"]:
            failed += self._take_people(source, dry_run=options["dry_run"])
        if failed:
            told = ", ".join(map(str, failed))
            raise CommandError(_("Nothing was changed of: %s") % told)

    def _source(self, options: dict[str, Any]) -> tuple[Sequence[int], Api | Recorded]:
        if options["folder"] is None:
            if not options["ids"]:
                raise CommandError(_("Name the ids of series, or a folder of saved answers."))
            return options["ids"], Api(options["language"])
        if not options["folder"].is_dir():
            raise CommandError(_("%s is no folder") % options["folder"])
        recorded = Recorded(options["folder"])
        for path in recorded.others:
            self.stdout.write(_("%s tells of no series and nobody; it is left alone") % path.name)
        return options["ids"] or recorded.numbers(), recorded

    def _take(self, taking: Taking, number: int) -> bool:
        try:
            outcome = taking.take(number)
        except (TmdbError, RefusedRow) as error:
            self.stderr.write(f"{number}: {error}")
            return False
        if outcome.verdict == Verdict.REFUSED:
            self.stderr.write(f"{number}: {outcome.reason}")
            return False
        self._tell(number, outcome)
        for problem in taking.problems:
            self.stderr.write(f"{number}: {problem}")
        return True

    def _take_people(self, recorded: Recorded, *, dry_run: bool) -> list[str]:
        """The names of those that could not be taken."""
        failed: list[str] = []
        for answer in recorded.people:
            try:
                person = person_in(answer)
                verdict = None if dry_run else load_person(Source.TMDB, person)
            except RefusedRow as error:
                failed.append(str(answer.get("name") or answer.get("id"))[:80])
                self.stderr.write(f"{failed[-1]}: {error}")
                continue
            self.stdout.write(f"{person.name}: {verdict or _('not written')}")
        return failed

    def _tell(self, number: int, outcome: Outcome) -> None:
        words = {
            Verdict.NEW: _("new"),
            Verdict.CHANGED: _("changed"),
            Verdict.UNCHANGED: _("unchanged"),
        }
        title = outcome.record.title or f"TMDB {number}"
        self.stdout.write(f"{number}: {title}: {words[outcome.verdict]}")
        for each in outcome.differences:
            told = (
                _("  %(field)s: “%(ours)s” becomes “%(theirs)s”")
                if each.is_taken
                else _("  %(field)s stays “%(ours)s”, TMDB says “%(theirs)s”")
            )
            values = {"ours": shortly(each.ours), "theirs": shortly(each.theirs)}
            self.stdout.write(told % ({"field": name_of(each.field)} | values))
