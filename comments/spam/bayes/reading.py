"""How much a text reads like spam, with the words that say so."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import islice

from django.utils.translation import gettext as _

from comments.models import Learnt
from comments.models.lesson import TEXTS, UNITS, place_of
from comments.spam.bayes.counts import NEVER, Counts, Seen, score
from comments.spam.bayes.shipped import shipped
from comments.spam.bayes.units import Units, parts, units
from comments.spam.said import Said
from comments.spam.signs import signs
from comments.spam.verdict import Finding
from comments.visitor import Visitor

POINTS = 3.2  # for a score of one
LEAST, MOST = -3, 8
SHOWN = 3
MOST_READ = 30  # to find so many that can be shown
# What an editor decides here counts as so many texts of the shipped model.
WEIGHT = 2


def reading(said: Said, visitor: Visitor, shown: Iterable[str] | None = None) -> Finding | None:
    """``shown`` names what the checks of comments/spam/signs.py found, if that is known.

    One query, and a second one where words are new to the site.
    """
    if shown is None:
        shown = signs(said.text, said.website)
    found = units(said.text, said.website, shown)
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
    learnt = Learnt.objects.seen({TEXTS, UNITS, *map(place_of, whole)})
    texts, units = (learnt.get(place, NEVER) for place in (TEXTS, UNITS))
    seen = _seen(whole, learnt)
    model = shipped()
    counts = Counts(_sum(model.texts, texts), _sum(model.units, units), seen)
    new = set[str]().union(*map(parts, counts.unknown(found.words)))
    if new:
        seen |= _seen(new, Learnt.objects.seen(set(map(place_of, new))) if sum(texts) else {})
    return counts


def strongest(weights: Mapping[str, float], *, of_spam: bool) -> list[str]:
    """Words and pairs, as they can be read."""
    sign = 1 if of_spam else -1
    speaking = [unit for unit in weights if weights[unit] * sign > 0]
    ordered = sorted(speaking, key=lambda unit: -sign * weights[unit])
    return list(islice(dict.fromkeys(filter(None, map(_readable, ordered[:MOST_READ]))), SHOWN))


def _seen(found: Iterable[str], learnt: Mapping[int, Seen]) -> dict[str, Seen]:
    """Of these, those that were seen here (``learnt``, by place) or in the model."""
    model, seen = shipped().seen, dict[str, Seen]()
    for unit in found:
        known, here = model.get(unit), learnt.get(place_of(unit))
        if here is not None:
            seen[unit] = _sum(known or NEVER, here)
        elif known is not None:
            seen[unit] = known
    return seen


def _sum(shipped: Seen, learnt: Seen) -> Seen:
    return shipped[0] + WEIGHT * learnt[0], shipped[1] + WEIGHT * learnt[1]


def _readable(unit: str) -> str:
    if unit.startswith("~host "):
        return unit.removeprefix("~host ")
    words = [word for word in unit.split(" ") if any(map(str.isalnum, word))]
    return "" if unit.startswith("~") else " ".join(words)
