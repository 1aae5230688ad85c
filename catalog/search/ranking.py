"""How well a document answers a query: from 0 to somewhat above 1. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from catalog.search.names import Name, words_of
from catalog.search.query import Query, stem
from catalog.search.sounds import is_run, romaji, short_vowels, sound

EXACT = 1.0
ANOTHER_VOWEL = 0.97
ANOTHER_ORDER = 0.95
LIKE_BY_SOUND = 0.88
BEGINNING = 0.8
BEGINNING_OF_A_WORD = 0.75
BEGINNING_WITHOUT_SPACES = 0.68
PHRASE = 0.7
ALL_WORDS = 0.62
ALL_BEGINNINGS = 0.55
SOME_WORDS = 0.4
# From here on a name itself was meant; below it only words of it, or of the story.
NAME_MEANT = 0.5
FITTING_LENGTH = 0.05
# "Kim Soo" sounds like many: what only sounds alike must look alike as well.
LEAST_LIKE = 70
NEARLY_AS_LONG = 4
# None of a query's words is in a name in which none of their beginnings is.
BEGINNINGS_OF = 3
LESS_FOR = {"other": 0.02, "hidden": 0.04}


@dataclass(frozen=True, slots=True)
class Match:
    """How well a name fits, and which it is (its place among the names)."""

    quality: float
    place: int


class Wanted:
    """A query in all the forms that names are compared with; made once, used for each name."""

    def __init__(self, query: Query) -> None:
        self.folded = query.folded
        self.whole = query.whole
        self.words = query.words
        self.telling = query.telling
        self.short = short_vowels(self.whole)
        self.romaji = romaji(query.folded)
        self.bag = sorted(short_vowels(word) for word in query.words)
        self.has_runs = any(is_run(word) for word in query.words)
        forms = {form for word in self.telling for form in (word, short_vowels(word))}
        self.beginnings = {form[:BEGINNINGS_OF] for form in forms | ({self.romaji} - {""})}

    @cached_property
    def sound(self) -> str:
        return sound(self.short)

    def best(self, names: Sequence[Name]) -> Match:
        """The name that fits best, a title rather than another name."""
        best = Match(-1, 0)
        for place, name in enumerate(names):
            quality = self.quality(name.folded) - LESS_FOR.get(name.kind, 0)
            if quality > best.quality:
                best = Match(quality, place)
        return best

    def quality(self, name: str) -> float:
        whole = name.replace(" ", "")
        if not whole:
            return 0
        if whole == self.whole:
            return EXACT
        short = short_vowels(whole)
        if abs(len(whole) - len(self.whole)) <= NEARLY_AS_LONG or self.romaji:
            quality = self._of_whole(name, whole, short)
            if quality:
                return quality
        if not any(part in name or part in short for part in self.beginnings):
            return 0
        length = FITTING_LENGTH * min(1, len(self.whole) / len(whole))
        return self._of_part(name, whole, short) + length

    def _of_whole(self, name: str, whole: str, short: str) -> float:
        if short in (self.short, self.romaji):
            return ANOTHER_VOWEL
        if len(self.bag) > 1 and self._is_same_bag(name):
            return ANOTHER_ORDER
        if sound(short) == self.sound:
            likeness = fuzz.ratio(whole, self.whole)
            return LIKE_BY_SOUND * likeness / 100 if likeness >= LEAST_LIKE else 0
        return 0

    def _is_same_bag(self, name: str) -> bool:
        words = name.split()
        if len(words) == len(self.bag):
            return sorted(map(short_vowels, words)) == self.bag
        both = sorted((len(words), len(self.bag)))
        return both == [2, 3] and _two_as_one(words, list(self.words))

    def _of_part(self, name: str, whole: str, short: str) -> float:
        if name.startswith(self.folded):
            is_whole_word = self.has_runs or name[len(self.folded)] == " "
            return BEGINNING if is_whole_word else BEGINNING_OF_A_WORD
        if self.romaji and short.startswith(self.romaji):
            return BEGINNING_OF_A_WORD
        if whole.startswith(self.whole):
            return BEGINNING_WITHOUT_SPACES
        if f" {self.folded}" in name or (self.has_runs and self.whole in whole):
            return PHRASE
        return self._of_words(name)

    def _of_words(self, name: str) -> float:
        words = words_of(name)
        held = set(words)
        last = self.telling[-1]
        strict = [w for w in self.telling if _has(w, words, held, is_last=w == last)]
        if len(strict) == len(self.telling):
            return ALL_WORDS
        loose = [w for w in self.telling if w in strict or _has_beginning(w, words)]
        if len(loose) == len(self.telling):
            return ALL_BEGINNINGS
        letters = sum(map(len, self.telling))
        return SOME_WORDS * sum(map(len, loose)) / letters

    def likeness(self, name: str) -> float:
        """From 0 to 1, for what is misspelt: of the whole, or of as much as was typed."""
        own, words = self.folded, name.split()
        beginning = " ".join(words[: len(self.words)])
        whole = "".join(words)
        # Korean "oo" is "u" to many.
        pairs = [
            (own, name),
            (own, beginning),
            (self.whole.replace("oo", "u"), whole.replace("oo", "u")),
        ]
        likeness = max(DamerauLevenshtein.normalized_similarity(a, b) for a, b in pairs)
        shuffled = fuzz.token_sort_ratio(own, name) / 100
        fits = min(1, len(self.whole) / max(1, len(name.replace(" ", ""))))
        return max(likeness, shuffled) + FITTING_LENGTH * fits


def _has(word: str, words: Sequence[str], held: set[str], *, is_last: bool) -> bool:
    if word in held:
        return True
    if is_run(word):
        return any(word in each for each in words)
    return is_last and any(each.startswith(word) for each in words)


def _has_beginning(word: str, words: Sequence[str]) -> bool:
    short, begin = short_vowels(word), stem(word)
    return any(e.startswith(begin) or short_vowels(e).startswith(short) for e in words)


def _two_as_one(some: list[str], others: list[str]) -> bool:
    """Whether three words are two others when two of them are written as one."""
    two, three = sorted((some, others), key=len)
    first, second, third = three
    forms = ([first, second + third], [first + second, third])
    wanted = sorted(map(short_vowels, two))
    return any(sorted(map(short_vowels, form)) == wanted for form in forms)
