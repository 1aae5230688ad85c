"""The place in a story where the words of a query stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from catalog.search.folding import RUN, fold
from catalog.search.query import Query, stem
from catalog.search.sounds import is_run

BEFORE, LENGTH = 40, 170  # characters
WORD = re.compile(r"[\w'’]+")


class Piece(NamedTuple):
    text: str
    is_match: bool


def excerpt(text: str, query: Query) -> list[Piece]:
    """Where most of the words stand near one another; empty when none of them is there."""
    places = sorted(_places(text, query))
    if not places:
        return []
    first = max(places, key=lambda place: _number_near(place[0], places))[0]
    start, end = _at_word(text, first - BEFORE, forward=True), _at_word(text, first + LENGTH)
    shown = [place for place in places if start <= place[0] and place[1] <= end]
    pieces = list(_pieces(text, start, end, shown))
    before, behind = "…" if start else "", "…" if end < len(text) else ""
    return [Piece(before, False), *pieces, Piece(behind, False)]


def _places(text: str, query: Query) -> Iterator[tuple[int, int]]:
    stems = tuple(stem(word) for word in query.telling if not is_run(word))
    if stems:
        for word in WORD.finditer(text):
            if fold(word[0]).startswith(stems):
                yield word.span()
    for run in (word for word in query.telling if is_run(word)):
        for found in RUN.finditer(text):
            place = fold(found[0]).find(run)
            if place >= 0:
                yield found.start() + place, found.start() + place + len(run)


def _number_near(start: int, places: list[tuple[int, int]]) -> int:
    return sum(start <= place[0] < start + LENGTH - BEFORE for place in places)


def _at_word(text: str, place: int, *, forward: bool = False) -> int:
    """The nearest space behind or before a place, so that no word is cut."""
    if place <= 0 or place >= len(text):
        return max(0, min(place, len(text)))
    space = text.find(" ", place) + 1 if forward else text.rfind(" ", 0, place)
    return space if abs(space - place) < BEFORE and space > 0 else place


def _pieces(text: str, start: int, end: int, places: list[tuple[int, int]]) -> Iterator[Piece]:
    edges = [(start, start), *places, (end, end)]
    for (_, behind), (before, until) in pairwise(edges):
        if behind < before:
            yield Piece(text[behind:before].replace("\n", " "), False)
        if before < until:
            yield Piece(text[before:until], True)
