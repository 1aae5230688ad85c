"""Who somebody is, by what is listed here. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from catalog.introductions.counting import counted, quoted, quoted_list
from catalog.introductions.roles import roles
from catalog.models.dates import PartialDate, Precision

NAMED = 3


class Work(NamedTuple):
    """A drama, with every role that the person has in it (values of ``Role``).

    ``place`` is the drama's in the listing's order of popularity, 1 being the first.
    """

    title: str
    roles: tuple[str, ...]
    character: str = ""
    year: int | None = None
    is_to_come: bool = False
    place: int | None = None


@dataclass(frozen=True)
class PersonFacts:
    """``listing`` is the name of the site whose order of popularity the works have."""

    name: str
    born: PartialDate | None = None
    works: tuple[Work, ...] = ()
    listing: str = ""

    @cached_property
    def shown(self) -> list[Work]:
        return [work for work in self.works if not work.is_to_come]

    @cached_property
    def years(self) -> list[int]:
        return sorted(work.year for work in self.works if work.year)

    @property
    def has_all_years(self) -> bool:
        return len(self.years) == len(self.works)


def introduction(facts: PersonFacts) -> str:
    """A paragraph in the site's language; "" when nothing is known."""
    makers = (_born, _listed, _roles, _first_and_latest, _popular, _to_come)
    return " ".join(sentence for make in makers if (sentence := make(facts)))


def _born(facts: PersonFacts) -> str:
    if not facts.born:
        return ""
    words = {"name": facts.name, "date": facts.born.spoken()}
    if facts.born.precision == Precision.DAY:
        return _("%(name)s was born on %(date)s.") % words
    return _("%(name)s was born in %(date)s.") % words


def _listed(facts: PersonFacts) -> str:
    if not facts.works:
        return ""
    if len(facts.works) == 1:
        return _one(facts, facts.works[0])
    words = {"count": counted(len(facts.works)), "name": facts.name, "years": _years(facts)}
    return _("%(count)s dramas with %(name)s are listed here%(years)s.") % words


def _one(facts: PersonFacts, work: Work) -> str:
    words = {"name": facts.name, "title": quoted(work.title), "year": work.year}
    if work.year and work.is_to_come:
        return _("One drama with %(name)s is listed here: %(title)s, to come in %(year)s.") % words
    if work.year:
        return _("One drama with %(name)s is listed here: %(title)s, of %(year)s.") % words
    return _("One drama with %(name)s is listed here: %(title)s.") % words


def _years(facts: PersonFacts) -> str:
    """Behind the number of dramas; what has no year may be of any."""
    if not facts.years:
        return ""
    words = {"first": facts.years[0], "last": facts.years[-1]}
    if not facts.has_all_years:
        return ""
    if facts.years[0] == facts.years[-1]:
        return _(", all of %(first)s") % words
    return _(", from %(first)s to %(last)s") % words


def _roles(facts: PersonFacts) -> str:
    works = [(work.roles, work.character) for work in facts.works]
    return roles(facts.name, works)


def _first_and_latest(facts: PersonFacts) -> str:
    years = [work.year for work in facts.shown if work.year]
    if len(years) != len(facts.shown) or len(set(years)) < 2:
        return ""
    first, latest = (_only(facts.shown, year) for year in (min(years), max(years)))
    if not first or not latest:
        return ""  # of several in a year none is known to be the first
    words = {"first": quoted(first.title), "latest": quoted(latest.title)}
    return _("The first of them is %(first)s, the latest %(latest)s.") % words


def _only(works: Iterable[Work], year: int) -> Work | None:
    of_year = [work for work in works if work.year == year]
    return of_year[0] if len(of_year) == 1 else None


def _popular(facts: PersonFacts) -> str:
    """Of two or more that the listing ranks: some, never all."""
    ranked = sorted((work for work in facts.works if work.place), key=lambda work: work.place or 0)
    named = ranked[: min(NAMED, (len(ranked) + 1) // 2)]
    if len(ranked) < 2 or not facts.listing:
        return ""
    words = {"listing": facts.listing, "titles": quoted_list(work.title for work in named)}
    if len(named) == 1:
        return _("On %(listing)s, %(titles)s is the most popular of them.") % words
    return _("On %(listing)s, %(titles)s are the most popular of them.") % words


def _to_come(facts: PersonFacts) -> str:
    to_come = [work.title for work in facts.works if work.is_to_come]
    if not to_come or len(facts.works) == 1:
        return ""
    return _("Still to come: %(titles)s.") % {"titles": quoted_list(to_come[:NAMED])}
