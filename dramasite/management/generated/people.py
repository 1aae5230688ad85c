"""People: a pool for each country, out of which its dramas are cast."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from catalog.models import ExternalId, Person, PersonName, Source
from catalog.models.dates import Precision
from catalog.slugs import slug_of
from dramasite.management.generated.labels import LANDS, Land
from dramasite.management.generated.names import name
from dramasite.management.generated.plan import PEOPLE_A_DRAMA, Plan

FEWEST = 30  # of a country, so that a cast can be found


@dataclass(frozen=True)
class Pools:
    """Ranges of primary keys by the country's code, and the busiest person's key."""

    busiest: int
    of: dict[str, range]


def pools(plan: Plan, first: int) -> Pools:
    """``first`` is the first primary key that is free."""
    of, start = {}, first + 1
    for land in LANDS:
        count = max(FEWEST, round(plan.dramas * PEOPLE_A_DRAMA * land.share))
        of[land.code] = range(start, start + count)
        start += count
    return Pools(first, of)


def people(plan: Plan, pools: Pools) -> Iterator[models.Model]:
    yield from _person(plan, pools.busiest, LANDS[0], pools.busiest)
    for land in LANDS:
        for pk in pools.of[land.code]:
            yield from _person(plan, pk, land, pools.busiest)


def _person(plan: Plan, pk: int, land: Land, first: int) -> Iterator[models.Model]:
    dice = plan.dice("person", pk - first)
    named = name(dice, land.words)
    person = Person(
        pk=pk, name=named.roman, slug=f"{slug_of(named.roman, 'person')}-{pk}", biography=""
    )
    if named.native.strip():
        person.native_name, person.native_language = named.native, land.tag
    if dice.chance(0.7):
        person.born_on = datetime.date(dice.randint(1940, 2005), 1, 1)
        person.born_on += datetime.timedelta(days=dice.randint(0, 364))
        person.born_precision = Precision.DAY
    yield person
    yield ExternalId(source=Source.DEMO, value=f"generated-{pk}", person=person)
    if dice.chance(0.2):
        yield PersonName(person=person, name=name(dice, "tl").roman)
