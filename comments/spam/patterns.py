"""Words and patterns as an editor types them, and where a text has them. Pure.

``*`` stands for up to 40 signs without a space, so for the rest of a word, or alone for a whole
one. Words of scripts that have spaces are whole words; those of others, and of Korean, whose
particles stand at the word, are found within any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from comments.spam.letters import folded, unmasked

# Between a name, a text and a website: no pattern reaches from one into the other.
BETWEEN = "\0"
# Thai and Lao, Myanmar, Hangul, Khmer, kana, Han
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u318f\u31a0-\u31ff"
    "\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
LETTER = rf"[^\W{UNSPACED}]"
ANYTHING = rf"[^\s{BETWEEN}]{{0,40}}?"
STARS = re.compile(r"\*+")


@dataclass(frozen=True)
class Pattern:
    """``needles`` are in every text that it is in: to look for them first is faster."""

    regex: re.Pattern[str]
    needles: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """In a text of ``as_read``; in time that grows with its length and not faster."""
        if not all(needle in text for needle in self.needles):
            return None
        return self.regex.search(text)


def as_read(*texts: str) -> str:
    """In one spelling, however it was disguised."""
    return BETWEEN.join(unmasked(folded(text.replace(BETWEEN, ""))) for text in texts)


@lru_cache(maxsize=2000)
def compiled(typed: str) -> Pattern:
    """Of stars alone it is one that is found nowhere."""
    pattern = _spelling(typed)
    if not pattern:
        return Pattern(re.compile("(?!)"), ())
    pieces = pattern.strip("*").split("*")
    needles = tuple(dict.fromkeys(" ".join(pieces).split()))
    return Pattern(re.compile(_source(pattern, pieces)), needles)


def is_pattern(typed: str) -> None:
    """The validator of a field."""
    if not _spelling(typed):
        raise ValidationError(_("Write a word: stars alone stand for everything."))


def _spelling(typed: str) -> str:
    """Without stars that stand alone at its ends, where they say nothing."""
    words = STARS.sub("*", as_read(typed)).split()
    while words and words[0] == "*":
        words.pop(0)
    while words and words[-1] == "*":
        words.pop()
    return " ".join(words)


def _source(pattern: str, pieces: list[str]) -> str:
    # Each piece is taken where it comes first and never sought again (atomic groups), which
    # finds all there is to find: what stands between two of them does not matter.
    first, *more = (r"\s++".join(map(re.escape, piece.split(" "))) for piece in pieces)
    whole_start = re.match(LETTER, pattern) is not None
    whole_end = re.match(LETTER, pattern[-1]) is not None
    end = rf"(?!{LETTER})" if whole_end else ""
    source = rf"(?<!{LETTER}){first}" if whole_start else first
    for number, piece in enumerate(more, 1):
        source += f"(?>{ANYTHING}{piece}{end if number == len(more) else ''})"
    return source if more else source + end
