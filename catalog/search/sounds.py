"""Names in Latin letters by their sound: the habits of romanising East Asian languages."""

from __future__ import annotations

import re
from functools import lru_cache

from jaconv import kana2alphabet

from catalog.search.folding import RUN

KANA = re.compile("[\u3041-\u3096 ]+")
LATIN = re.compile("[a-z0-9 ]+")
# Ryou, Ryoh and Ryo (of Ryô the mark is gone already); Shimbun and Shinbun; Jyun and Jun.
LONG_VOWELS = (
    (re.compile(r"ou|oo|oh(?![aeiouy])"), "o"),
    (re.compile(r"uu"), "u"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"ii"), "i"),
    (re.compile(r"m(?=[bmp])"), "n"),
    (re.compile(r"(?<=[jz])y(?=[aou])"), ""),
)
# In this order. Hyeok, Hyuk; Jung, Jeong, Chung; Park, Bak; Lee, Ri; Zhao, Chao; si, shi; ti, chi.
ALIKE = (
    (re.compile(r"tsu|tu"), "cu"),
    (re.compile(r"t(?=[iy])"), "c"),
    (re.compile(r"(?<=[aeo])r(?![aeiouy])"), ""),
    (re.compile(r"eo|eu|oe|ou|oo|ui|wo|u"), "o"),
    (re.compile(r"ae|ai|ei|ay|ey|ie|ea"), "e"),
    (re.compile(r"ee|y"), "i"),
    (re.compile(r"c(?=[aoklrt]|$)"), "k"),
    (re.compile(r"tch|zh|ch|tz|ts|dz|dj|q|j|z"), "c"),
    (re.compile(r"sh|hs|x"), "s"),
    (re.compile(r"c?k|g"), "k"),
    (re.compile(r"ph|f|v|b"), "p"),
    (re.compile(r"th|d"), "t"),
    (re.compile(r"r"), "l"),
    (re.compile(r"(?<=.)[hw]"), ""),
    (re.compile(r"i(?=[aeo])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(20_000)
def short_vowels(word: str) -> str:
    """A folded word or name as if no long vowel were written in it."""
    return _replaced(word, LONG_VOWELS)


@lru_cache(20_000)
def sound(word: str) -> str:
    """A rough key: names that are romanised in different ways share it, and some others do."""
    return _replaced(short_vowels(word), ALIKE)


def skeleton(word: str) -> str:
    """The consonants, each once in a row: what most typing errors leave as it is."""
    return re.sub(r"(.)\1+", r"\1", word[:1] + re.sub(r"[aeiouyhw]", "", word[1:]))


def romaji(folded: str) -> str:
    """Kana in Latin letters, short vowels; nothing when other letters are among them."""
    if not KANA.fullmatch(folded):
        return ""
    return short_vowels(kana2alphabet(folded).replace(" ", ""))


def is_latin(folded: str) -> bool:
    return bool(LATIN.fullmatch(folded))


def is_run(word: str) -> bool:
    """Whether it is of a script that does not divide words."""
    return bool(RUN.fullmatch(word))


def _replaced(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word
