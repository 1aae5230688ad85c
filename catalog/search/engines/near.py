"""What a word and its misspellings have in common, so that they meet in an index.

A term is kept under itself with one letter left out, under its consonants (all of them, or all
but one) and its sound. A misspelt word is looked up by itself with up to two letters left out,
and by the same keys: so one letter wrong, missing, too many or exchanged with its neighbour is
found, most of two, and any number of vowels.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from catalog.search.sounds import skeleton, sound

# Beyond these letters a word is not looked at: they say enough.
LONGEST = 14
SHORTEST = 3
LONG_ENOUGH_FOR_TWO = 6


def near_of_term(term: str) -> set[str]:
    return {term[:LONGEST], *_without(term[:LONGEST], 1), *_keys(term)}


def near_of_query(word: str) -> set[str]:
    letters = word[:LONGEST]
    near = {letters, *_without(letters, 1), *_keys(word)}
    return near | set(_without(letters, 2)) if len(letters) >= LONG_ENOUGH_FOR_TWO else near


def exchanged(word: str) -> set[str]:
    """The word with two neighbouring letters exchanged, and with one too many left out."""
    pairs = range(len(word) - 1)
    swapped = {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in pairs}
    return swapped | set(_without(word, 1))


def _without(word: str, number: int) -> Iterator[str]:
    if len(word) - number < SHORTEST - 1:
        return
    for places in combinations(range(len(word)), number):
        yield "".join(letter for place, letter in enumerate(word) if place not in places)


def _keys(word: str) -> set[str]:
    bones = skeleton(word)
    keys = {f"~{sound(word)}"}
    if len(bones) >= SHORTEST:
        keys.add(f"-{bones}")
    if len(bones) > SHORTEST:
        keys.update(f"-{fewer}" for fewer in _without(bones, 1))
    return keys
