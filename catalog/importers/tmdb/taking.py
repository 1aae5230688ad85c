"""One series of TMDB on its way into the catalogue: asked for whole, and then written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.importers import cells
from catalog.importers.cells import RefusedRow
from catalog.importers.load import Load, Outcome, Verdict
from catalog.importers.records import DramaRecord
from catalog.importers.tmdb.api import TmdbError
from catalog.importers.tmdb.pictures import PictureRecord, pictures_in, take_pictures
from catalog.importers.tmdb.record import record_from
from catalog.importers.tmdb.recorded import Recorded
from catalog.models import Drama, ExternalId, Publication, Source


class Answers(Protocol):
    def show(self, number: int) -> Any: ...

    def season(self, number: int, season: int) -> Any: ...

    def picture(self, path: str) -> bytes: ...


class Taking:
    """``pictures`` are those of the last series that was taken.

    ``problems`` are what went wrong with them: the drama is there without them.
    """

    def __init__(
        self,
        answers: Answers,
        *,
        regions: Sequence[str] = (),
        publication: str = "draft",
        with_pictures: bool = True,
        dry_run: bool = False,
    ) -> None:
        self._answers, self._regions, self._publication = answers, regions, publication
        self._with_pictures, self._dry_run = with_pictures and not dry_run, dry_run
        self.problems: list[str] = []
        self.pictures: tuple[PictureRecord, ...] = ()

    def take(self, number: int) -> Outcome:
        """Raises TmdbError or RefusedRow before anything is written."""
        self.problems = []
        details = self._answers.show(number)
        if cells.identifier(details, "id") != str(number):
            raise RefusedRow(_("the answer is about another series"))
        record = self._record(number, details)
        self.pictures = pictures_in(details)
        # Of what has no name yet nobody should read.
        publication = self._publication if details.get("name") else Publication.DRAFT
        run = Load(as_of=timezone.localdate(), publication=publication, dry_run=self._dry_run)
        [outcome] = run.outcomes([record])
        if self._with_pictures and outcome.verdict != Verdict.REFUSED:
            drama = Drama.objects.get(pk=outcome.drama_id or 0)
            try:
                self.problems += take_pictures(drama, self.pictures, self._answers.picture)
            except TmdbError as error:
                self.problems.append(str(error))
        return outcome

    def _record(self, number: int, details: Any) -> DramaRecord:
        seasons = self._seasons(number, details)
        if details.get("name") is not None or not self._is_recorded:
            return record_from(details, seasons, self._regions)
        # Only seasons were recorded: the drama keeps its title, or goes by its number.
        name = f"TMDB {number}"
        record = record_from({**details, "name": name}, seasons, self._regions)
        ids = ExternalId.objects.filter(source=Source.TMDB, value=str(number), drama__isnull=False)
        return replace(record, title="", kind="") if ids.exists() else record

    @property
    def _is_recorded(self) -> bool:
        return isinstance(self._answers, Recorded)

    def _seasons(self, number: int, details: Any) -> list[Any]:
        named = [cells.whole_number(s, "season_number") for s in cells.objects(details, "seasons")]
        numbers = [season for season in dict.fromkeys(named) if season is not None]
        answers = (self._answers.season(number, season) for season in numbers)
        return [answer for answer in answers if answer is not None]
