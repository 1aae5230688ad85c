"""Writes a generated catalogue, a batch of dramas at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from catalog.models import Drama, Person, Season
from comments.models import Reply
from dramasite.management.generated.credits import credits
from dramasite.management.generated.dramas import drama_of, what_belongs
from dramasite.management.generated.episodes import MOST_SEASONS, seasons
from dramasite.management.generated.inserting import insert
from dramasite.management.generated.labels import write_labels
from dramasite.management.generated.people import people, pools
from dramasite.management.generated.plan import Plan
from dramasite.management.generated.replies import Readership, replies

BATCH = 200  # dramas
PEOPLE = 5_000
NUMBERED = (Drama, Person, Season, Reply)  # whose primary keys are given here


def write(plan: Plan) -> Iterator[int]:
    """The number of dramas written, after each batch. Memory does not grow with the plan."""
    with transaction.atomic():
        labels = write_labels(plan.dice("labels"))
    pool = pools(plan, _free_key(Person))
    for batch in batched(people(plan, pool), PEOPLE, strict=False):
        _insert(batch)
    readership = Readership.gathered(plan)
    drama_key, season_key, reply_key = map(_free_key, (Drama, Season, Reply))
    for numbers in batched(range(plan.dramas), BATCH, strict=False):
        rows: list[models.Model] = []
        for number in numbers:
            drama, land, characters, titled = drama_of(plan, number, drama_key + number)
            rows.append(drama)
            rows += what_belongs(plan, number, drama, land, titled, labels)
            rows += credits(plan, number, drama, land, characters, pool)
            if plan.with_episodes:
                rows += seasons(plan, number, drama, season_key + number * MOST_SEASONS)
            rows += replies(plan, number, drama, readership, reply_key)
            reply_key += plan.replies_to(number)
        _insert(rows)
        yield len(numbers)
    _move_sequences_on()


def _insert(rows: Iterable[models.Model]) -> None:
    by_model: defaultdict[Any, list[models.Model]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    with transaction.atomic():
        for model, made in by_model.items():
            insert(model, made)


def _free_key(model: type[models.Model]) -> int:
    return (model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0) + 1


def _move_sequences_on() -> None:
    """PostgreSQL does not count the keys that were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), NUMBERED):
            cursor.execute(statement)
