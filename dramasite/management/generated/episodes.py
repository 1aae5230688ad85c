"""Seasons, and episodes on the days on which dramas air."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.db import models

from catalog.models import Drama, Episode, Season
from dramasite.management.generated.dice import Dice
from dramasite.management.generated.plan import Plan
from dramasite.management.generated.titles import words

A_WEEK = (1, 1, 2, 2, 2, 5, 7)
MOST_SEASONS = 2


def seasons(plan: Plan, number: int, drama: Drama, first: int) -> Iterator[models.Model]:
    """``first`` is the primary key of the first season; the next one is free as well."""
    dice = plan.dice("episodes", number)
    assert drama.season_count is not None  # noqa: S101 (always known here)
    assert drama.episode_count is not None  # noqa: S101
    each, a_week = drama.episode_count // drama.season_count, dice.choice(A_WEEK)
    named = dice.chance(0.3)
    for place in range(drama.season_count):
        season = Season(pk=first + place, drama=drama, number=place + 1)
        yield season
        for count in range(each):
            yield _episode(dice, season, count, _day(drama, place * each + count, a_week), named)


def _episode(dice: Dice, season: Season, count: int, day: datetime.date, named: bool) -> Episode:
    title = ""
    if named:
        a, b = dice.sample(words(), 2)
        title = f"The {a['en']} and the {b['en']}"
    return Episode(
        season_id=season.pk,
        number=count + 1,
        title=title,
        air_date=day,
        runtime=season.drama.runtime,
    )


def _day(drama: Drama, count: int, a_week: int) -> datetime.date:
    assert drama.released_on is not None  # noqa: S101 (always known here)
    return drama.released_on + datetime.timedelta(days=count // a_week * 7 + count % a_week)
