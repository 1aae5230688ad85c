"""With whom somebody works often: people of two dramas or more in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count

from catalog.models import Credit, Person

SHOWN = 8
OFTEN = 2  # dramas in common
# Whoever has worked on more is judged by these, so that the work has an end. Counts are true.
LOOKED_AT = 300


@dataclass(frozen=True, slots=True)
class Colleague:
    """``dramas`` are the ids of those in common, the newest first."""

    person: Person
    dramas: list[int]


def colleagues_of(person: Person, dramas: Sequence[int]) -> list[Colleague]:
    """``dramas``: ids of all that the person worked on, the newest first. Three queries."""
    met = list(_met_often(person, dramas[:LOOKED_AT]))
    people = Person.objects.select_related("portrait").in_bulk(met)
    together = _together(met, set(dramas))
    place = {drama: place for place, drama in enumerate(dramas)}
    found = [Colleague(people[pk], sorted(together[pk], key=place.__getitem__)) for pk in met]
    return sorted(found, key=lambda each: -len(each.dramas))


def _met_often(person: Person, dramas: Collection[int]) -> Sequence[int]:
    others = Credit.objects.filter(drama__in=dramas).exclude(person=person).order_by()
    counted = others.values("person").annotate(number=Count("drama", distinct=True))
    often = counted.filter(number__gte=OFTEN).order_by("-number", "person")
    return list(often.values_list("person", flat=True)[:SHOWN])


def _together(people: Collection[int], dramas: Collection[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    theirs = Credit.objects.filter(person__in=people).order_by()
    for person, drama in theirs.values_list("person", "drama").distinct():
        if drama in dramas:
            found[person].append(drama)
    return found
