"""Who plays whom, and who made it."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.models import Credit, Drama, Role
from dramasite.management.generated.labels import Land
from dramasite.management.generated.names import Name
from dramasite.management.generated.people import Pools
from dramasite.management.generated.plan import Plan

LEADS = 3


def credits(
    plan: Plan, number: int, drama: Drama, land: Land, characters: list[Name], pools: Pools
) -> Iterator[Credit]:
    dice = plan.dice("credits", number)
    pool = pools.of[land.code]
    cast = [pool[place] for place in dice.skewed_few(len(pool), len(characters))]
    if plan.has_the_busiest(number):
        cast[-1] = pools.busiest
    order = 0
    for person, character in zip(cast, characters, strict=False):
        role = Role.MAIN if order < LEADS else Role.SUPPORT
        yield Credit(
            drama=drama, person_id=person, role=role, character=character.roman, order=order
        )
        order += 1
    crew = dice.skewed_few(len(pool), dice.choice((1, 2, 2, 3, 4)))
    for place, role in zip(crew, _behind_the_camera(), strict=False):
        # From the other end of the pool: few of those who direct also play.
        yield Credit(drama=drama, person_id=pool[-1 - place], role=role, order=order)
        order += 1


def _behind_the_camera() -> Iterator[Role]:
    return iter((Role.DIRECTOR, Role.SCREENWRITER, Role.PRODUCER, Role.DIRECTOR))
