"""Numbers of episodes that disagree, and episodes out of order."""

from __future__ import annotations

import statistics
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Kind, Status
from catalog.quality.facts import DramaFacts, SeasonFacts
from catalog.quality.rule import Found, error, hint, warning
from catalog.quality.surroundings import Surroundings

MANY_TIMES = 4  # as long as the others: no double episode is
FEWEST_TIMED = 3


def other_number(drama: DramaFacts, around: Surroundings) -> Found | None:
    listed, said = drama.listed, drama.episode_count
    if not listed or not said or listed == said:
        return None
    # While it airs, or before, not all of them are known.
    is_wrong = listed > said or drama.status in (Status.ENDED, Status.CANCELLED)
    return {"said": said, "listed": listed} if is_wrong else None


def other_seasons(drama: DramaFacts, around: Surroundings) -> Found | None:
    listed, said = len(drama.numbered_seasons), drama.season_count
    if not listed or not said or listed == said:
        return None
    is_wrong = listed > said or drama.status == Status.ENDED
    return {"said": said, "listed": listed} if is_wrong else None


def gap(drama: DramaFacts, around: Surroundings) -> Found | None:
    for season in drama.numbered_seasons:
        numbers = {episode.number for episode in season.episodes}
        missing = sorted(set(range(1, max(numbers, default=0))) - numbers)
        # Some number on from the season before.
        if missing and 1 in numbers:
            return {"season": season.pk, "number": season.number, "episode": missing[0]}
    return None


def out_of_order(drama: DramaFacts, around: Surroundings) -> Found | None:
    for season in drama.numbered_seasons:
        dated = [(each.number, each.air_date) for each in season.episodes if each.air_date]
        for (first, day), (second, next_day) in pairwise(dated):
            if next_day < day:
                return {"season": season.pk, "first": first, "second": second}
    return None


def outside_its_run(drama: DramaFacts, around: Surroundings) -> Found | None:
    first = drama.released.first_day if drama.released else None
    last = drama.ended.last_day if drama.ended else None
    for season in drama.numbered_seasons:
        for episode in season.episodes:
            day = episode.air_date
            if day and ((first and day < first) or (last and day > last)):
                return {"season": season.pk, "episode": episode.number, "date": str(day)}
    return None


def odd_runtime(drama: DramaFacts, around: Surroundings) -> Found | None:
    for season in drama.numbered_seasons:
        usual = _median(season)
        for episode in season.episodes:
            runtime = episode.runtime
            if usual and runtime and not usual / MANY_TIMES < runtime < usual * MANY_TIMES:
                found = {"season": season.pk, "episode": episode.number, "runtime": runtime}
                return found | {"usual": usual}
    return None


def _median(season: SeasonFacts) -> int:
    """Of the runtimes that are known; 0 of too few."""
    timed = [episode.runtime for episode in season.episodes if episode.runtime]
    return round(statistics.median(timed)) if len(timed) >= FEWEST_TIMED else 0


def film_of_many(drama: DramaFacts, around: Surroundings) -> Found | None:
    many = drama.kind == Kind.FILM and (drama.episode_count or 0) > 1
    return {"episodes": drama.episode_count} if many else None


def series_of_one(drama: DramaFacts, around: Surroundings) -> Found | None:
    is_over = drama.status == Status.ENDED and drama.kind == Kind.SERIES
    return {} if is_over and drama.episode_count == 1 else None


RULES = (
    error(
        "episodes-disagree",
        _("It is said to have %(said)s episodes; %(listed)s are listed."),
        "id_episode_count",
        other_number,
    ),
    error(
        "seasons-disagree",
        _("It is said to have %(said)s seasons; %(listed)s are listed."),
        "id_season_count",
        other_seasons,
    ),
    warning(
        "episode-missing",
        _("Season %(number)s has no episode %(episode)s, and has later ones."),
        "season",
        gap,
    ),
    error(
        "episodes-out-of-order",
        _("Episode %(second)s aired before episode %(first)s."),
        "season",
        out_of_order,
    ),
    error(
        "episode-outside-the-run",
        _("Episode %(episode)s aired on %(date)s, when the drama did not."),
        "season",
        outside_its_run,
    ),
    error(
        "episode-of-odd-runtime",
        _("Episode %(episode)s takes %(runtime)s minutes; the others take about %(usual)s."),
        "season",
        odd_runtime,
    ),
    error(
        "film-of-many-episodes",
        _("It is a film, and has %(episodes)s episodes."),
        "id_kind",
        film_of_many,
    ),
    hint(
        "series-of-one-episode",
        _("It is a series of one episode: is it a special or a film?"),
        "id_kind",
        series_of_one,
    ),
)
