"""What has a label: counted by the index of browsing, so that no query counts."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from catalog.browse.choice import Choice
from catalog.browse.current import current
from catalog.browse.found import Dramas
from catalog.browse.index import Index
from catalog.browse.names import name_of
from catalog.introductions.label import LabelFacts
from catalog.models import Drama, ListingFigures

NAMED = 3
BEST_KNOWN = 6
RELATED = 8
MOST_LISTED = 400  # of thousands of tags, those of most dramas


@dataclass(frozen=True, slots=True)
class Counted:
    """A label, or a choice of two, with the number of its dramas."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """``related``: genres that many of the dramas have besides, each a choice of both."""

    newest: Dramas
    best_known: list[Drama]
    facts: LabelFacts
    related: list[Counted]
    browse_url: str


def labelled(noun: str, value: str, name: str) -> Labelled:
    """``noun`` is a key of a facet, ``value`` a slug or a year. Four queries."""
    choice = Choice.parse([(noun, value)])
    with current.index() as index:
        ids = index.matching(choice)
        counts = index.counts(choice)
        years = index.within("years", ids)
        related = _related(choice, noun, value, counts.get("genre", {}), index)
    popular = Dramas(ids, "popular")
    best_known = popular[:BEST_KNOWN] if len(ids) > BEST_KNOWN else []
    facts = LabelFacts(
        noun,
        name,
        len(ids),
        tuple(int(year) for year in years),
        has_all_years=sum(years.values()) == len(ids),
        popular=_ranked(best_known[:NAMED]),
    )
    return Labelled(Dramas(ids, "newest"), best_known, facts, related, choice.url)


def all_of(noun: str) -> list[Counted]:
    """Every label of a noun that has dramas, by name; years the latest first. One query."""
    with current.index() as index:
        sizes = index.within(noun, index.everything)
        most = sorted(sizes, key=lambda value: -sizes[value])[:MOST_LISTED]
        names = {value: name_of(noun, value, index.name(noun, value)) for value in most}
    if noun == "years":
        found = [Counted(v, reverse("year", args=[int(v)]), sizes[v]) for v in most]
        return sorted(found, key=lambda each: each.name, reverse=True)
    found = [Counted(names[v], reverse(noun, args=[v]), sizes[v]) for v in most]
    return sorted(found, key=lambda each: each.name.casefold())


def _ranked(dramas: list[Drama]) -> tuple[str, ...]:
    """The titles, if a listing ranks every one of them: no claim of ours else."""
    figures = ListingFigures.objects.filter(drama__in=dramas, popularity__isnull=False)
    known = set(figures.values_list("drama", flat=True)) if dramas else set()
    return tuple(d.title for d in dramas) if known == {d.pk for d in dramas} else ()


def _related(
    choice: Choice, noun: str, value: str, genres: dict[str, int], index: Index
) -> list[Counted]:
    others = [g for g in genres if (noun, value) != ("genre", g)]
    most = sorted(others, key=lambda genre: (-genres[genre], genre))[:RELATED]
    return [
        Counted(
            index.name("genre", genre),
            Choice.parse([*choice.picked, ("genre", genre)]).url,
            genres[genre],
        )
        for genre in most
    ]
