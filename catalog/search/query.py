"""What was typed, understood: words, runs, a year; and the forms in which it is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from catalog.search.engines import Form, Group, Term
from catalog.search.folding import fold
from catalog.search.names import VARIANT, YEAR, grams, keys, words_of
from catalog.search.sounds import is_latin, is_run, romaji, short_vowels

LONGEST = 200  # characters
MOST_WORDS = 12
MOST_GRAMS = 24
YEARS = re.compile(r"(?:19|20)\d\d")
STEM = re.compile(r"(?<=\w{3})(?:ing|ies|ied|ed|es|s|y)$")
SHORTEST_STEM = 4
# What a title may have and a memory of it may lack; in a story they say nothing.
LITTLE_WORDS = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "he", "her"),
        *("him", "his", "in", "into", "is", "it", "of", "on", "or", "she", "that", "the"),
        *("their", "them", "they", "this", "to", "was", "who", "whose", "with"),
    )
)


@dataclass(frozen=True)
class Query:
    """``text`` as it is shown again, ``words`` folded: Latin words and runs alike."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def parse(cls, typed: str) -> Query:
        """Whatever was typed; the longest possible beginning of what is too long."""
        text = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", typed).split())[:LONGEST].strip()
        return cls(text, tuple(words_of(fold(text))[:MOST_WORDS]))

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def folded(self) -> str:
        return " ".join(self.words)

    @cached_property
    def whole(self) -> str:
        return self.folded.replace(" ", "")

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words without the little ones, unless there are no others."""
        return tuple(word for word in self.words if word not in LITTLE_WORDS) or self.words

    @cached_property
    def year(self) -> int | None:
        """A year, where other words stand beside it."""
        years = [word for word in self.words if YEARS.fullmatch(word)]
        return int(years[-1]) if years and len(self.words) > 1 else None

    @cached_property
    def without_year(self) -> Query:
        if not self.year:
            return self
        words = tuple(word for word in self.words if word != str(self.year))
        return replace(self, words=words) if words else self

    @cached_property
    def keys(self) -> list[str]:
        """Whole names that are meant, perhaps."""
        found = {*keys(self.folded), *keys(self.without_year.folded)}
        return sorted(found | ({romaji(self.folded)} - {""}))

    def strictly(self) -> list[Form]:
        """As typed, the last word perhaps not to its end."""
        forms = [tuple(_groups(self.words))]
        if self.year:
            forms.append((*_groups(self.without_year.words), (Term(f"{YEAR}{self.year}"),)))
        elif YEARS.fullmatch(self.folded):
            forms.append(((Term(f"{YEAR}{self.folded}"),),))
        return forms

    def loosely(self) -> list[Form]:
        """Beginnings of words, without long vowels, and neighbours written as one word."""
        words = self.without_year.telling
        in_year: Form = ((Term(f"{YEAR}{self.year}"),),) if self.year else ()
        forms = [(*_loose_groups(words), *in_year)]
        for place, (first, second) in enumerate(pairwise(words)):
            if not is_run(first) and not is_run(second):
                joined = (*words[:place], first + second, *words[place + 2 :])
                forms.append((*_loose_groups(joined), *in_year))
        sounds = romaji(self.folded)
        if sounds:
            forms.append(((Term(sounds, True), Term(VARIANT + sounds, True)),))
        return forms

    def in_stories(self) -> list[Form]:
        """By the stems of the words that tell something."""
        words = self.without_year.telling
        in_year: Form = ((Term(f"{YEAR}{self.year}"),),) if self.year else ()
        groups = [group for word in words for group in _stem_groups(word)]
        return [(*groups, *in_year)]

    def with_one_missing(self) -> list[Form]:
        """What is left of the words when any one of them is wrong."""
        words = self.without_year.telling
        if len(words) == 1 and is_run(words[0]):
            return _halves(words[0])
        return [
            tuple(g for word in (*words[:place], *words[place + 1 :]) for g in _stem_groups(word))
            for place in range(len(words))
            if len(words) > 2
        ]

    def misspelt(self, meant: Mapping[str, Sequence[str]]) -> list[Form]:
        """Each word, or one of those that it may be ``meant`` for."""
        words = self.without_year.telling
        forms: Form = ()
        for word in words:
            if is_run(word):
                forms += tuple(_groups((word,)))
            else:
                terms = dict.fromkeys([word, *meant.get(word, ())])
                forms += (tuple(Term(term, term == word) for term in terms),)
        return [forms]


def _groups(words: Sequence[str]) -> Iterator[Group]:
    for place, word in enumerate(words, start=1):
        if is_run(word):
            yield from _run_groups(word)
        else:
            yield (Term(word, is_prefix=place == len(words)),)


def _run_groups(run: str) -> Iterator[Group]:
    pairs = [gram for gram in grams(run) if len(gram) == 2] or [run]
    yield from ((Term(gram),) for gram in dict.fromkeys(pairs[:MOST_GRAMS]))


def _loose_groups(words: Sequence[str]) -> Iterator[Group]:
    for word in words:
        if is_run(word):
            yield from _run_groups(word)
            continue
        short = short_vowels(word)
        terms = [Term(word, is_prefix=True)]
        if is_latin(word):
            terms.append(Term(VARIANT + short, is_prefix=True))
            if short != word:
                terms.append(Term(short, is_prefix=True))
        yield tuple(terms)


def _stem_groups(word: str) -> Iterator[Group]:
    if is_run(word):
        yield from _run_groups(word)
        return
    yield (Term(stem(word), is_prefix=len(word) >= SHORTEST_STEM),)


def stem(word: str) -> str:
    """An English word without its ending, where enough is left."""
    shorter = STEM.sub("", word)
    return shorter if len(shorter) >= SHORTEST_STEM else word


def _halves(run: str) -> list[Form]:
    middle = len(run) // 2
    halves = [half for half in (run[:middle], run[middle:]) if len(half) > 1]
    return [tuple(_run_groups(half)) for half in halves]
