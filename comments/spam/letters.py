"""Spellings: one for all that look the same. For comparing only, never for showing. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from confusable_homoglyphs import confusables

# Scripts with letters that pass for Latin ones, by the first word of their characters' names.
MASKS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
MASKING = re.compile(
    "[\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c88\u2c80-\u2cff\ua4d0-\ua4ff\uab70-\uabbf]"
)
WORD = re.compile(r"[^\W\d_]+")
HEAD, TAIL = 1500, 500


def excerpt(text: str) -> str:
    """Of a long text its beginning and its end, where spam has its links."""
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}"


def folded(text: str) -> str:
    """Compatible forms, case and what cannot be seen make no difference."""
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def unmasked(text: str) -> str:
    """Words that mix Latin letters with others that look like them, all in Latin."""
    if not MASKING.search(text):
        return text
    return WORD.sub(_unmask, text)


def is_masked(word: str) -> bool:
    """Whether Latin letters stand in one word with letters that pass for Latin."""
    scripts = {script(letter) for letter in word}
    return "LATIN" in scripts and not scripts.isdisjoint(MASKS)


@cache
def script(letter: str) -> str:
    """Such as "LATIN", "HANGUL", "CJK"; the first word of the character's name."""
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0]


def _unmask(word: re.Match[str]) -> str:
    return "".join(map(latin, word[0])) if is_masked(word[0]) else word[0]


@cache
def latin(letter: str) -> str:
    """The small Latin letter that this one looks like, or the letter itself."""
    found = confusables.is_confusable(letter, greedy=True, preferred_aliases=["latin"]) or []
    looks = [each["c"].casefold() for row in found for each in row["homoglyphs"]]
    return next((each for each in looks if "a" <= each <= "z"), letter)
