"""Dramas like another one, each with the reason in words.

Two queries whatever the size. The first gathers what other dramas share with this one; of
genres alone, only from the NEIGHBOURS of the same country that share the most of them. So
the rows ranked here grow with how often a person or a tag is used, not with the catalogue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet, Value

from catalog.models import Credit, Drama, DramaTag, Role
from catalog.reasons import of_genre_and_country, with_people

NEIGHBOURS = 200
LEADING_ROLES = (Role.MAIN, Role.SUPPORT, Role.HOST, Role.REGULAR)
PERSON, TAG, GENRE = "person", "tag", "genre"
# A shared player says more than a shared genre; what few dramas have, more than what many have.
WEIGHTS = {PERSON: 3.0, TAG: 1.0, GENRE: 1.0}


@dataclass(frozen=True, slots=True)
class Similar:
    """A drama to go on with; ``reason`` such as "also with Erika Sawajiri"."""

    drama: Drama
    reason: str


class Shared(NamedTuple):
    """What two dramas have in common; ``noun`` is a key of WEIGHTS.

    ``country`` is the code of the country that both come from: genres have it alone.
    """

    noun: str
    pk: int
    name: str
    country: str


def similar_to(
    drama: Drama, limit: int = 8, exclude: Collection[int] = frozenset()
) -> list[Similar]:
    """Published dramas, the most alike first; never itself nor one whose id is excluded."""
    rows = [row for row in _shared_with(drama) if row[0] not in exclude]
    ranked = dict(_ranked(rows, limit))
    others = Drama.objects.with_posters().in_bulk(ranked)
    return [Similar(others[pk], _reason(others[pk], shared)) for pk, shared in ranked.items()]


def _shared_with(drama: Drama) -> QuerySet:
    """Rows of a drama's id and the fields of Shared, each once."""
    others = Drama.objects.published().filter(pk=OuterRef("drama")).exclude(pk=drama.pk)
    people, genres = (rows.filter(Exists(others)) for rows in (_people(drama), _genres(drama)))
    return people.distinct().union(genres, _tags(drama), all=True).order_by()


def _people(drama: Drama) -> QuerySet:
    shared = Credit.objects.filter(
        role__in=LEADING_ROLES,
        person__credits__drama=drama,
        person__credits__role__in=LEADING_ROLES,
    )
    columns = shared.values_list("drama", Value(PERSON), "person", "person__name", Value(""))
    return columns.order_by()


def _tags(drama: Drama) -> QuerySet:
    # A tag that gives the story away must not be hinted at.
    shared = DramaTag.objects.filter(
        is_spoiler=False, tag__drama_tags__drama=drama, tag__drama_tags__is_spoiler=False
    )
    return shared.values_list("drama", Value(TAG), "tag", Value(""), Value(""))


def _genres(drama: Drama) -> QuerySet:
    # Sets of ids rather than joins: the database looks each up once.
    countries = Drama.countries.through.objects.filter(drama=drama).values("country")
    compatriots = Drama.countries.through.objects.filter(country__in=countries).values("drama")
    genres = Drama.genres.through.objects.filter(drama=drama).values("genre")
    shared = Drama.genres.through.objects.filter(genre__in=genres)
    neighbours = (
        shared.filter(drama__in=compatriots)
        .values("drama")
        .annotate(in_common=Count("pk"))
        .order_by("-in_common", "-drama")
        .values("drama")[:NEIGHBOURS]
    )
    columns = ("drama", Value(GENRE), "genre", "genre__name", "drama__countries")
    near = shared.filter(drama__in=neighbours, drama__countries__in=countries)
    return near.values_list(*columns)


def _ranked(rows: list[tuple[Any, ...]], limit: int) -> Iterator[tuple[int, list[Shared]]]:
    """The ids of the highest scores with what they share, the rarest of it first."""
    # Tags tell how much alike two dramas are, but make no reason that reads well.
    candidates = {pk for pk, noun, *_label in rows if noun != TAG}
    shared: dict[int, list[Shared]] = {pk: [] for pk in candidates}
    for pk, *what in rows:
        if pk in candidates:
            shared[pk].append(Shared(*what))
    carried = Counter(chain.from_iterable(shared.values()))
    worth = {each: WEIGHTS[each.noun] / count**0.5 for each, count in carried.items()}
    # Summed in one order, so that equals are equal to the last digit.
    scores = {pk: sum(sorted(worth[each] for each in common)) for pk, common in shared.items()}
    for best in nsmallest(limit, scores, key=lambda pk: (-scores[pk], pk)):
        yield best, sorted(shared[best], key=lambda each: (carried[each], each))


def _reason(drama: Drama, shared: list[Shared]) -> str:
    people = [each.name for each in shared if each.noun == PERSON]
    if people:
        return with_people(people)
    rarest = next(each for each in shared if each.noun == GENRE)
    return of_genre_and_country(rarest.name, drama.kind, rarest.country)
