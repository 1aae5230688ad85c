"""How much alike two dramas are, from what they have in common. Pure, over the browse index.

The rarer a tag or a genre is, the more it says when two dramas share it (the logarithm of
one in how many has it). Most of all says a lead in common; a country and years near to each
other say something, and of two that are equally alike the one that more people know comes
first. The weights were chosen on half of the pairs that the readers of a listing recommend,
and hold for the other half (bench/similar.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from heapq import nsmallest
from math import log, sqrt
from typing import NamedTuple

from pyroaring import BitMap

from catalog.browse.index import Index

# Of a trait that thousands share only the best known of the same country are looked at, so
# the work stays the same while the catalogue grows.
MOST_OF_A_TRAIT = 150
MOST_ALIKE = 100
WEIGHTS = {"tag": 0.35, "genre": 0.6}
SAME_COUNTRY = 3.0
APART, MOST_YEARS = 2.5, 15  # what the most years between two dramas take away
FAME, SHELF_AND_A_HALF = 0.6, 100


class Trait(NamedTuple):
    """``members`` are the dramas that have the value of a facet."""

    key: str
    value: str
    members: BitMap
    weight: float


def traits_of(index: Index, pk: int) -> list[Trait]:
    """Tags, genres and countries of a drama, the rarest first."""
    found = [
        Trait(key, value, members, _weight(key, len(index.everything), len(members)))
        for key in ("tag", "genre", "country")
        for value, members in index.sets(key)
        if pk in members
    ]
    return sorted(found, key=lambda trait: (len(trait.members), trait.key, trait.value))


def _weight(key: str, dramas: int, members: int) -> float:
    return WEIGHTS[key] * log((dramas + 1) / members) if key in WEIGHTS else SAME_COUNTRY


def likeness(
    index: Index,
    pk: int,
    traits: list[Trait],
    people: dict[int, float],
    exclude: Collection[int] = frozenset(),
) -> list[int]:
    """Ids of other dramas, the most alike first.

    ``people`` says what the people in common weigh, for each drama that has any.
    """
    candidates = _candidates(index, traits) | (BitMap(people) & index.everything)
    candidates -= BitMap([pk, *exclude])
    scores = dict.fromkeys(candidates, 0.0)
    for other in candidates.intersection(BitMap(people)):
        scores[other] += people[other]
    for trait in _each_country_once(traits):
        for other in trait.members & candidates:
            scores[other] += trait.weight
    _prefer_the_same_years(index, pk, candidates, scores)
    _prefer_the_famous(index, candidates, scores)
    return nsmallest(MOST_ALIKE, scores, key=lambda other: (-scores[other], other))


def _candidates(index: Index, traits: list[Trait]) -> BitMap:
    compatriots = BitMap.union(BitMap(), *(t.members for t in traits if t.key == "country"))
    found = BitMap()
    for trait in traits:
        if trait.key != "country":
            found |= best_known(index, trait.members)
            found |= best_known(index, trait.members & compatriots)
    return found


def best_known(index: Index, members: BitMap) -> BitMap:
    """MOST_OF_A_TRAIT of them, and up to a shelf more."""
    if len(members) <= MOST_OF_A_TRAIT:
        return members
    return index.shelves["popular"].about(members, 0, MOST_OF_A_TRAIT)[1]


def _each_country_once(traits: list[Trait]) -> Iterator[Trait]:
    """Of a drama from two countries, one shared country says as much as both."""
    yield from (trait for trait in traits if trait.key != "country")
    countries = [trait.members for trait in traits if trait.key == "country"]
    yield Trait("country", "", BitMap.union(BitMap(), *countries), SAME_COUNTRY)


def _prefer_the_same_years(
    index: Index, pk: int, candidates: BitMap, scores: dict[int, float]
) -> None:
    by_year = dict(index.sets("years"))
    own = next((int(year) for year, members in by_year.items() if pk in members), None)
    if own is None:
        return
    apart = defaultdict[int, float](lambda: MOST_YEARS)
    for year, members in by_year.items():
        distance = min(abs(int(year) - own), MOST_YEARS)
        apart.update(dict.fromkeys(members & candidates, distance))
    for other in scores:
        scores[other] -= APART * sqrt(apart[other] / MOST_YEARS)


def _prefer_the_famous(index: Index, candidates: BitMap, scores: dict[int, float]) -> None:
    for before, shelf in index.shelves["popular"].each():
        for other in shelf & candidates:
            scores[other] -= FAME * log(before + SHELF_AND_A_HALF)
