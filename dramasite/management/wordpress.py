"""A whole WordPress site, taken in: dramas, pictures, pages, then what was said under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.urls import reverse
from pyroaring import BitMap64

from catalog.importers.listing import RefusedRows
from catalog.importers.wordpress.known import Fate, Outcome
from catalog.importers.wordpress.mapping import Mapping
from catalog.importers.wordpress.media import Media
from catalog.importers.wordpress.run import Run
from catalog.importers.wordpress.survey import Survey
from catalog.importers.wxr import number_of
from comments.importers.load import Load
from comments.importers.lot import Fate as ReplyFate
from comments.importers.records import Entry, Post
from comments.importers.taken import AttachingTaken
from comments.importers.wordpress import WORDPRESS


@dataclass(slots=True)
class Report:
    """``notes``: how many facts of what was taken found no field."""

    items: Counter[Fate] = field(default_factory=Counter)
    replies: Counter[ReplyFate] = field(default_factory=Counter)
    notes: int = 0

    @property
    def item_count(self) -> int:
        return sum(self.items.values())


@dataclass(slots=True)
class Import:
    """``path`` is the file that the survey has read; ``kept`` what was not taken, and why."""

    path: Path
    survey: Survey
    mapping: Mapping
    media: Path | None
    kept: RefusedRows
    dry_run: bool = False
    tell: Callable[[Outcome], None] = lambda _outcome: None
    report: Report = field(default_factory=Report)

    def run(self) -> Report:
        run = Run(
            self.survey,
            self.mapping,
            Media(self.media),
            replies_feed=reverse("replies_atom"),
            dry_run=self.dry_run,
        )
        dramas = BitMap64()
        for outcome in run.outcomes():
            self._note(outcome)
            if outcome.fate == Fate.DRAMA:
                dramas.add(outcome.item.number)
        self._take_replies(dramas)
        return self.report

    def _note(self, outcome: Outcome) -> None:
        item = outcome.item
        self.report.items[outcome.fate] += 1
        self.report.notes += len(outcome.notes)
        said = {"number": item.number, "kind": item.kind, "title": item.title, "link": item.link}
        if outcome.reason:
            self.kept.add(item.line, outcome.reason, fate=outcome.fate.value, **said)
        for note in outcome.notes:
            self.kept.add(item.line, note, fate=outcome.fate.value, place=outcome.place, **said)
        self.tell(outcome)

    def _take_replies(self, dramas: BitMap64) -> None:
        """In a dry run the dramas are not there: what they would be is known all the same."""
        attaching = AttachingTaken(self.survey.address)
        if self.dry_run:
            attaching = _Foreseen(self.survey.address, dramas)
        run = Load(self._entries, WORDPRESS.record, attaching, dry_run=self.dry_run)
        for outcome in run.outcomes():
            self.report.replies[outcome.fate] += 1
            if outcome.fate == ReplyFate.REFUSED:
                entry = outcome.entry
                post = entry.post.link or entry.post.title
                self.kept.add(entry.line, outcome.reason, reply=entry.number, post=post)

    def _entries(self) -> Iterator[Entry]:
        with self.path.open("rb") as file:
            yield from WORDPRESS.entries(file)


class _Foreseen(AttachingTaken):
    """What would belong to a drama, before that is written."""

    def __init__(self, source: str, dramas: BitMap64) -> None:
        super().__init__(source)
        self._dramas = dramas

    def _look_up(self, post: Post) -> int:
        is_foreseen = number_of(post.number) in self._dramas
        return 0 if is_foreseen else super()._look_up(post)
