"""Runtimes far off: of no drama, of no drama of its kind, of none of its episodes."""

from __future__ import annotations

import statistics

from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Kind
from catalog.quality.facts import DramaFacts
from catalog.quality.rule import Found, error, warning
from catalog.quality.surroundings import Surroundings

# In minutes; of 3,337 real titles no series reaches 130, no show 301.
LONGEST = {Kind.SERIES: 200, Kind.SPECIAL: 400, Kind.FILM: 600, Kind.SHOW: 400}
FAR = 1.5
FEWEST_TIMED = 2


def impossible(drama: DramaFacts, around: Surroundings) -> Found | None:
    runtime = drama.runtime
    if runtime is None or 0 < runtime <= LONGEST.get(Kind(drama.kind), 400):
        return None
    return {"runtime": runtime}


def unlike_its_kind(drama: DramaFacts, around: Surroundings) -> Found | None:
    usual = around.usual(drama.kind, drama.countries)
    runtime, several = drama.runtime, (drama.episode_count or 2) > 1
    if not usual or not runtime or not several or impossible(drama, around):
        return None
    if runtime <= usual.high * FAR:
        return None
    return {"runtime": runtime, "usual_low": usual.low, "usual_high": usual.high}


def unlike_its_episodes(drama: DramaFacts, around: Surroundings) -> Found | None:
    timed = [
        episode.runtime
        for season in drama.numbered_seasons
        for episode in season.episodes
        if episode.runtime
    ]
    if not drama.runtime or len(timed) < FEWEST_TIMED:
        return None
    episodes = round(statistics.median(timed))
    if episodes / FAR <= drama.runtime <= episodes * FAR:
        return None
    return {"runtime": drama.runtime, "episodes": episodes}


RULES = (
    error(
        "impossible-runtime",
        _("No episode takes %(runtime)s minutes."),
        "id_runtime",
        impossible,
    ),
    warning(
        "unusual-runtime",
        _("%(runtime)s minutes is long: others of its kind take %(usual_low)s to %(usual_high)s."),
        "id_runtime",
        unlike_its_kind,
    ),
    error(
        "runtime-unlike-its-episodes",
        _("It is said to take %(runtime)s minutes; its episodes take about %(episodes)s."),
        "id_runtime",
        unlike_its_episodes,
    ),
)
