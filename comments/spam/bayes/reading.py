"""How much a text reads like spam, with the words that say so."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping

from django.utils.translation import gettext as _

from comments.models import Learnt
from comments.models.lesson import TEXTS, UNITS, place_of
from comments.spam.bayes.counts import NEVER, Counts, Seen, score
from comments.spam.bayes.shipped import shipped
from comments.spam.bayes.units import Units, parts, units
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

POINTS = 3.6  # for a score of one
LEAST, MOST = -3, 8
SHOWN = 3


def reading(said: Said, visitor: Visitor) -> Finding | None:
    """One query, and a second one where words are new to the site."""
    found = units(said.text, said.website)
    weights = counts_for(found).weights(found)
    points = max(LEAST, min(MOST, math.floor(POINTS * score(weights) + 0.5)))
    if not points:
        return None
    words = ", ".join(f"“{word}”" for word in strongest(weights, of_spam=points > 0))
    if points > 0:
        return Finding(points, _("Reads like spam: %(words)s") % {"words": words})
    return Finding(points, _("Reads like what readers say: %(words)s") % {"words": words})


def counts_for(found: Units) -> Counts:
    """Of the model that is shipped, and of what was learnt here."""
    whole = [*found.words, *found.pairs, *found.shape]
    learnt = _learnt(whole)
    texts, units = learnt.pop("~texts", NEVER), learnt.pop("~units", NEVER)
    seen = _with_shipped(whole, learnt)
    counts = Counts(_sum(shipped().texts, texts), _sum(shipped().units, units), seen)
    new = set[str]().union(*map(parts, counts.unknown(found.words)))
    if new:
        seen |= _with_shipped(new, _learnt(new) if sum(texts) else {})
    return counts


def strongest(weights: Mapping[str, float], *, of_spam: bool) -> list[str]:
    """Words and pairs, as they can be read."""
    sign = 1 if of_spam else -1
    readable = [unit for unit in weights if weights[unit] * sign > 0 and _readable(unit)]
    ordered = sorted(readable, key=lambda unit: -sign * weights[unit])
    return list(dict.fromkeys(map(_readable, ordered)))[:SHOWN]


def _learnt(found: Collection[str]) -> dict[str, Seen]:
    """What was seen before of these, and how much in all. One query."""
    places = {unit: place_of(unit) for unit in found} | {"~texts": TEXTS, "~units": UNITS}
    seen = Learnt.objects.seen(set(places.values()))
    return {unit: seen[place] for unit, place in places.items() if place in seen}


def _with_shipped(found: Iterable[str], learnt: Mapping[str, Seen]) -> dict[str, Seen]:
    model = shipped().seen
    return {
        unit: _sum(model.get(unit, NEVER), learnt.get(unit, NEVER))
        for unit in found
        if unit in model or unit in learnt
    }


def _sum(one: Seen, other: Seen) -> Seen:
    return one[0] + other[0], one[1] + other[1]


def _readable(unit: str) -> str:
    if unit.startswith("~host "):
        return unit.removeprefix("~host ")
    words = [word for word in unit.split(" ") if any(map(str.isalnum, word))]
    return "" if unit.startswith("~") else " ".join(words)
