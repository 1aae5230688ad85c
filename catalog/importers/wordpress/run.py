"""A run over an export: dramas, then pictures, then pages, then the addresses of the whole site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import batched, chain
from typing import Any

from django.db import transaction
from django.urls import reverse

from catalog.importers.wordpress.known import Fate, Outcome, finish, is_finished, lead
from catalog.importers.wordpress.mapping import Becomes, Label, Mapping
from catalog.importers.wordpress.media import Media
from catalog.importers.wordpress.pictures import Pictures
from catalog.importers.wordpress.survey import Survey
from catalog.importers.wordpress.take import Taking
from catalog.importers.wxr import Item
from catalog.models import Country, Genre, Network, Redirect, Tag

AT_ONCE = 50
NOUNS = {Becomes.GENRE: Genre, Becomes.NETWORK: Network, Becomes.TAG: Tag}
TAKEN = (Fate.DRAMA, Fate.PAGE, Fate.PICTURE)

type Noun = Genre | Network | Tag | Country
type Step = Callable[[Sequence[Item]], Iterator[Outcome]]


class Run:
    """Of a survey, which has read all of the file. ``replies_feed`` is the feed of all replies."""

    def __init__(
        self,
        survey: Survey,
        mapping: Mapping,
        media: Media,
        *,
        replies_feed: str,
        dry_run: bool = False,
    ) -> None:
        self._replies_feed = replies_feed
        self._survey, self._mapping, self._dry_run = survey, mapping, dry_run
        self._taking = Taking(survey.address, survey.stage, mapping, dry_run=dry_run)
        self._pictures = Pictures(self._taking, media)

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of each item, once; the work is done as this is read."""
        has_news = False
        steps: tuple[tuple[str, Step], ...] = (
            ("drama", self._taking.dramas),
            ("picture", self._pictures.take),
            ("page", self._taking.pages),
        )
        for verdict, step in steps:
            staged = self._survey.stage.items(verdict)
            for lot in batched(staged, AT_ONCE, strict=False):
                for outcome in step([each.item for each in lot]):
                    has_news |= outcome.fate in TAKEN
                    yield outcome
        for each in self._survey.stage.items("left", "refused"):
            yield Outcome(each.item, Fate(each.verdict), each.reason)
        # What an editor has taken away since is not laid again by a run that brings nothing.
        if (has_news or not is_finished(self._survey.address)) and not self._dry_run:
            with transaction.atomic():
                self._lead_all()
                finish(self._survey.address)

    def _lead_all(self) -> None:
        old = self._taking.old
        dramas, pages = reverse("dramas"), reverse("pages")
        lead((each, reverse("dramas_atom")) for each in old.of_feeds())
        lead((each, self._replies_feed) for each in old.of_feeds("comments/"))
        wrote = dict(self._survey.stage.creators())
        for author in self._survey.authors:
            place = dramas if wrote.get(author.login) else pages
            lead((each, place) for each in old.of_author(author))
        days = chain.from_iterable(map(old.of_day, self._survey.stage.days()))
        lead((each, pages) for each in dict.fromkeys(days))
        if old.base:
            lead([(old.base.lower(), reverse("home"))])
        self._lead_terms(dramas, pages)

    def _lead_terms(self, dramas: str, pages: str) -> None:
        parents: dict[str, dict[str, str]] = defaultdict(dict)
        for term in self._survey.terms.values():
            parents[term.taxonomy][term.slug] = term.parent
        made = _labels(self._mapping)
        rows = []
        for key, term in self._survey.terms.items():
            label = self._mapping.terms.get(key)
            noun = made.get(label) if label else None
            place = dramas if self._survey.of_dramas[key] else pages
            for old in self._taking.old.of_term(term, parents[term.taxonomy]):
                rows.append(_redirect(old, noun, place))
        Redirect.objects.bulk_create(rows, ignore_conflicts=True, batch_size=100)


def _labels(mapping: Mapping) -> dict[Label, Noun]:
    """The rows that the terms have become, as far as a drama has needed them."""
    found: dict[Label, Noun] = {}
    wanted = set(mapping.terms.values())
    for becomes, model in NOUNS.items():
        rows: Any = model._default_manager.all()
        named = {row.name.casefold(): row for row in rows}
        for label in wanted:
            if label.becomes == becomes and (row := named.get(label.value.casefold())):
                found[label] = row
    countries = {country.code: country for country in Country.objects.all()}
    for label in wanted:
        if label.becomes == Becomes.COUNTRY and label.value in countries:
            found[label] = countries[label.value]
    return found


def _redirect(old: str, noun: Noun | None, place: str) -> Redirect:
    if noun is None:
        return Redirect(old=old, address=place)
    return Redirect(old=old, **{str(noun._meta.model_name): noun})
