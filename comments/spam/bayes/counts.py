"""How often units were seen, and what follows from it. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from comments.spam.bayes.units import Units, parts

SMOOTHING = 1.0
# What was seen once says half of what it would say if it were seen often.
DOUBT = 1.0
# Words seen less often are judged by their parts, with somewhat more weight than the mean's.
KNOWN = 4
PART_WEIGHT = 1.5

Seen = tuple[float, float]
NEVER: Seen = (0, 0)


@dataclass(frozen=True)
class Counts:
    """How often each unit was ``seen`` in (spam, genuine), of so many ``texts`` and ``units``."""

    texts: Seen
    units: Seen
    seen: Mapping[str, Seen]

    def weights(self, found: Units) -> dict[str, float]:
        """The logarithms of the odds that each unit speaks for spam; unknown ones have none."""
        weights = {word: self._of_word(word) for word in found.words}
        weights |= {pair: self._of(pair, self._tilt) for pair in found.pairs if pair in self.seen}
        shape = (unit for unit in found.shape if unit in self.seen)
        return weights | {unit: self._of(unit, self._tilt_of_texts) for unit in shape}

    def unknown(self, words: tuple[str, ...]) -> list[str]:
        return [word for word in words if sum(self.seen.get(word, NEVER)) < KNOWN]

    @cached_property
    def _tilt_of_texts(self) -> float:
        return _tilt(self.texts)

    @cached_property
    def _tilt(self) -> float:
        """Where spam is longer, every word is in more of it: half of that is allowed for.

        By the texts alone, what is long was taken for spam (a third of 400 synopses); by the
        units alone, the length of spam said nothing.
        """
        return math.sqrt(_tilt(self.texts) * _tilt(self.units))

    def _of_word(self, word: str) -> float:
        if sum(self.seen.get(word, NEVER)) >= KNOWN:
            return self._of(word, self._tilt)
        of_parts = [self._of(part, self._tilt) for part in parts(word)]
        return PART_WEIGHT * sum(of_parts) / max(1, len(of_parts))

    def _of(self, unit: str, tilt: float) -> float:
        spam, genuine = self.seen.get(unit, NEVER)
        seen = spam + genuine
        if not seen:
            return 0.0
        odds = (spam / tilt + SMOOTHING) / (genuine * tilt + SMOOTHING)
        return math.log(odds) * seen / (seen + DOUBT)


def score(weights: Mapping[str, float]) -> float:
    """Above zero for spam. Long texts say much in the same words: the root tempers that."""
    return sum(weights.values()) / math.sqrt(len(weights)) if weights else 0.0


def _tilt(seen: Seen) -> float:
    """The root of how many times more spam there is: what a count of it is divided by."""
    return math.sqrt((seen[0] + 1) / (seen[1] + 1))
