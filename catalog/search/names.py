"""Names of dramas, people and characters, and what they are looked up by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from anyascii import anyascii

from catalog.search.folding import RUN, fold
from catalog.search.sounds import is_latin, is_run, romaji, short_vowels, sound

LONGEST_WORD, LONGEST_KEY = 60, 240
# In front of what is no word as it was written.
VARIANT, SOUND, YEAR = "_", "~", "_y"
SHORTEST_TERM = 3
# In "Ma Yu Rou / Kim [the sister] "Kate" (Ep. 2)" what is bracketed is no name.
ASIDE = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)")
DIVIDER = re.compile(r"\s*[/|;]\s*|\s+-\s+|[\"“”«»]")


class Name(NamedTuple):
    """``kind`` is "title", "native" or "other"; or "hidden", which is never shown."""

    kind: str
    language: str
    text: str
    folded: str

    @classmethod
    def of(cls, kind: str, text: str, language: str = "") -> Name:
        return cls(kind, language, text, fold(text))


def characters(text: str) -> list[str]:
    """The names in what a cast list says of a part."""
    names = (part.strip(" .,") for part in DIVIDER.split(ASIDE.sub(" ", text)))
    return list(dict.fromkeys(name for name in names if len(name) > 1))


def romanised(native: str, language: str) -> list[Name]:
    """A native title in Latin letters, where the letters alone tell how it is read."""
    folded = fold(native)
    if language.startswith("ja"):
        return [Name("hidden", "", native, romaji(folded))] if romaji(folded) else []
    if not language.startswith(("ko", "zh")):
        return []
    # A syllable begins with a capital: "TaiZiFei".
    spelt = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(native))
    if language.startswith("ko"):
        spelt = anyascii(native)
    return [Name("hidden", "", native, fold(spelt))]


def words_of(folded: str) -> list[str]:
    """Words, and runs of scripts that do not divide them, each by itself."""
    spaced = RUN.sub(lambda run: f" {run[0]} ", folded)
    return [word[:LONGEST_WORD] for word in spaced.split()]


def grams(run: str) -> Iterator[str]:
    """Single characters and pairs."""
    yield from run
    yield from (a + b for a, b in pairwise(run))


def word_tokens(texts: Iterable[str]) -> set[str]:
    """Of texts that are not folded yet."""
    return {token for text in texts for token in tokens_of(fold(text))}


def tokens_of(folded: str) -> Iterator[str]:
    for word in words_of(folded):
        if is_run(word):
            yield from grams(word)
        else:
            yield word


def name_tokens(names: Iterable[Name]) -> set[str]:
    """Besides the words: two words as one, and what the words are without long vowels."""
    tokens: set[str] = set()
    for name in names:
        tokens.update(tokens_of(name.folded))
        words = words_of(name.folded)
        tokens.update(_joined_neighbours(words))
        for word in words:
            if is_latin(word) and short_vowels(word) != word:
                tokens.add(VARIANT + short_vowels(word))
    return tokens


def _joined_neighbours(words: list[str]) -> Iterator[str]:
    for first, second in pairwise(words):
        if is_run(first) and is_run(second):
            yield first[-1] + second[0]
        elif not is_run(first) and not is_run(second):
            yield (first + second)[:LONGEST_WORD]


def keys_of(names: Iterable[Name]) -> set[str]:
    return {key for name in names for key in keys(name.folded)}


def keys(folded: str) -> Iterator[str]:
    """The whole name as one word, its words in the order of the alphabet, and its sound."""
    whole = short_vowels(folded).replace(" ", "")[:LONGEST_KEY]
    if not whole:
        return
    yield whole
    if not is_latin(folded):
        return
    yield from bags(folded.split())
    if len(whole) > SHORTEST_TERM:
        yield SOUND + sound(whole)


def bags(words: list[str]) -> Iterator[str]:
    """Words in an order of their own; of three also with two of them as one (Soo Hyun)."""
    if len(words) < 2:
        return
    forms = [words]
    if len(words) == 3:
        first, second, third = words
        forms += [[first, second + third], [first + second, third]]
    for form in forms:
        yield " ".join(sorted(short_vowels(word) for word in form))[:LONGEST_KEY]


def terms_of(names: Iterable[Name]) -> set[str]:
    return {
        word
        for name in names
        if name.kind != "hidden"
        for word in words_of(name.folded)
        if len(word) >= SHORTEST_TERM and is_latin(word) and not word.isdigit()
    }
