"""Two people who may be one: names a letter apart, or turned round, with the same dramas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations, groupby
from operator import itemgetter

from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import Levenshtein

from catalog.models import Credit
from catalog.models.finding import Severity
from catalog.quality.rule import Described, Found
from catalog.search.folding import fold

ALIKE = Described(
    "people-alike",
    Severity.WARNING,
    _("May be the same person as %(names)s: the same dramas, and nearly the same name."),
    "id_name",
)
FEWEST_LETTERS = 6  # of a shorter name one letter is too much
MOST_OF_A_DRAMA = 400
Pair = tuple[int, int]


def people_alike(among: Collection[int] | None = None) -> dict[int, Found]:
    """By person, with the others; of all, or compared only ``among`` these.

    All that one of two is credited in, the other must be too. Read drama by drama.
    """
    shared: defaultdict[Pair, int] = defaultdict(int)
    names: dict[int, str] = {}
    for cast in _by_drama(among):
        for (one, name), (other, its_name) in _alike(cast):
            shared[min(one, other), max(one, other)] += 1
            names |= {one: name, other: its_name}
    dramas = _numbers_of_dramas(names)
    found: dict[int, Found] = {}
    for pair, number in sorted(shared.items()):
        if number == min(dramas[pk] for pk in pair):
            for pk, other in (pair, pair[::-1]):
                said = found.setdefault(pk, {"others": [], "names": [], "name": names[pk]})
                said["others"].append(other)
                said["names"].append(names[other])
    return found


def _by_drama(among: Collection[int] | None) -> Iterator[list[tuple[int, str]]]:
    rows = Credit.objects.order_by("drama_id", "pk")
    if among is not None:
        rows = rows.filter(person__in=among)
    credits = rows.values_list("drama_id", "person_id", "person__name").iterator()
    for _drama, group in groupby(credits, key=itemgetter(0)):
        people = {person: name for _pk, person, name in group}
        yield list(people.items())[:MOST_OF_A_DRAMA]


def _alike(cast: list[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    folded = [(each, fold(each[1])) for each in cast]
    for (one, name), (other, its_name) in combinations(folded, 2):
        if abs(len(name) - len(its_name)) <= 1 and _is_alike(name, its_name):
            yield one, other


def _is_alike(name: str, other: str) -> bool:
    if len(name) < FEWEST_LETTERS:
        return name == other
    if Levenshtein.distance(name, other, score_cutoff=1) <= 1:
        return True
    return len(name) == len(other) and sorted(name.split()) == sorted(other.split())


def _numbers_of_dramas(people: Collection[int]) -> dict[int, int]:
    dramas: defaultdict[int, set[int]] = defaultdict(set)
    pks = sorted(people)
    for start in range(0, len(pks), 400):
        rows = Credit.objects.filter(person__in=pks[start : start + 400])
        for person, drama in rows.values_list("person_id", "drama_id"):
            dramas[person].add(drama)
    return {person: len(theirs) for person, theirs in dramas.items()}
