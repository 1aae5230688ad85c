"""Entries of other sites that do not fit the drama: the wrong one was chosen, or one is wrong."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalog.models.source import Source
from catalog.quality.facts import DramaFacts, IdFacts
from catalog.quality.rule import Found, error, warning
from catalog.quality.surroundings import Surroundings

SHAPES = {
    Source.MYDRAMALIST: re.compile(r"[1-9]\d{0,7}"),
    Source.TMDB: re.compile(r"(?:(?:tv|movie)[:/-])?[1-9]\d{0,8}"),
    Source.IMDB: re.compile(r"tt\d{7,9}"),
    Source.WIKIDATA: re.compile(r"Q[1-9]\d{0,9}"),
}


def odd_id(drama: DramaFacts, around: Surroundings) -> Found | None:
    for each in drama.ids:
        shape = SHAPES.get(Source(each.source))
        if shape and not shape.fullmatch(each.value):
            return _named(each) | {"value": each.value}
    return None


def two_ids(drama: DramaFacts, around: Surroundings) -> Found | None:
    counted = Counter(each.source for each in drama.ids)
    for each in drama.ids:
        if counted[each.source] > 1 and Source(each.source) in SHAPES:
            values = sorted(other.value for other in drama.ids if other.source == each.source)
            return _named(each) | {"values": values}
    return None


def other_year(drama: DramaFacts, around: Surroundings) -> Found | None:
    for each in drama.ids:
        said = str(_claimed(each, "released") or "")[:4]
        # Told apart by more than a New Year's Eve.
        if drama.released and said.isdecimal() and abs(int(said) - drama.released.year) > 1:
            return _named(each) | {"said": int(said), "year": drama.released.year}
    return None


def other_episodes(drama: DramaFacts, around: Surroundings) -> Found | None:
    for each in drama.ids:
        said = _claimed(each, "episode_count")
        if isinstance(said, int) and drama.episode_count and said != drama.episode_count:
            return _named(each) | {"said": said, "episodes": drama.episode_count}
    return None


def _named(each: IdFacts) -> Found:
    return {"source": str(Source(each.source).label)}


def _claimed(each: IdFacts, field: str) -> Any:
    claim = each.claims.get(field)
    return claim.get("value") if isinstance(claim, dict) else None


RULES = (
    error(
        "id-of-no-entry",
        _("No entry of %(source)s has the id “%(value)s”."),
        "external_ids-group",
        odd_id,
    ),
    warning(
        "two-entries-of-one-site",
        _("It has several ids of %(source)s: %(values)s."),
        "external_ids-group",
        two_ids,
    ),
    error(
        "entry-of-another-year",
        _("The entry of %(source)s is of %(said)s, the drama of %(year)s: is it the same drama?"),
        "external_ids-group",
        other_year,
    ),
    # What an editor has corrected is other than its source says, and right.
    warning(
        "entry-of-other-episodes",
        _("The entry of %(source)s has %(said)s episodes, the drama %(episodes)s."),
        "id_episode_count",
        other_episodes,
    ),
)
