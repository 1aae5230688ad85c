"""A spoiler of several paragraphs: one switch for all of them, and for what stands between.

Its two marks must stand in paragraphs side by side, outside of any emphasis and of any link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple
from unicodedata import category

from markdown_it.token import Token

MARK = "spoiler_mark"
BREAKS = ("softbreak", "hardbreak")


# What stands before a fold, in it, and after it.
type Parts = tuple[list[Token], list[Token], list[Token]]


class Place(NamedTuple):
    """Of a mark: which token holds it, and which of that token's children it is."""

    token: int
    child: int


def with_blocks(tokens: Sequence[Token], label: str) -> list[Token]:
    """What can be folded as a whole is; the marks of all else are still there."""
    kept, folded = list(tokens), []
    # From the end, so that what comes before stays where it is.
    for begin, end in reversed(list(_pairs(tokens))):
        parts = _parts(kept, begin, end)
        if parts and _is_plain(kept, begin):
            kept[begin.token - 1 :], within, after = parts
            folded.append([*_folded(within, label), *after])
    return [*kept, *chain.from_iterable(reversed(folded))]


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[Place, Place | None]]:
    marks = _marks(tokens)
    for begin in marks:
        yield begin, next(marks, None)


def _marks(tokens: Sequence[Token]) -> Iterator[Place]:
    for number, token in enumerate(tokens):
        for place, child in enumerate(token.children or ()):
            if child.type == MARK:
                yield Place(number, place)


def _are_side_by_side(tokens: Sequence[Token], one: int, other: int) -> bool:
    level = tokens[one].level
    within = tokens[one + 1 : other]
    return tokens[other].level == level and all(each.level >= level - 1 for each in within)


def _parts(tokens: list[Token], begin: Place, end: Place | None) -> Parts | None:
    if end is None:
        return _folded_to_the_end(tokens, begin)
    if begin.token == end.token or not _is_plain(tokens, end):
        return None
    return _folded_between(tokens, begin, end)


def _folded_to_the_end(tokens: list[Token], begin: Place) -> Parts | None:
    further = tokens[begin.token + 2 :]
    if tokens[begin.token].level > 1 or not further:
        return None
    before, first = _split(tokens, begin)
    return before, [*first, *further], []


def _folded_between(tokens: list[Token], begin: Place, end: Place) -> Parts | None:
    if not _are_side_by_side(tokens, begin.token, end.token):
        return None
    before, first = _split(tokens, begin)
    last, after = _split(tokens, end, is_end=True)
    within = [*first, *tokens[begin.token + 2 : end.token - 1], *last]
    if not within:
        return None
    return before, within, [*after, *tokens[end.token + 2 :]]


def _is_plain(tokens: Sequence[Token], place: Place) -> bool:
    """In a paragraph, with nothing open around it."""
    before = (tokens[place.token].children or [])[: place.child]
    paragraph = tokens[place.token - 1]
    is_whole = paragraph.type == "paragraph_open" and not paragraph.hidden
    return is_whole and sum(child.nesting for child in before) == 0


def _split(
    tokens: Sequence[Token], place: Place, *, is_end: bool = False
) -> tuple[list[Token], list[Token]]:
    """The paragraph before the mark and the one after it; none where nothing stands."""
    paragraph = tokens[place.token - 1 : place.token + 2]
    children = paragraph[1].children or []
    before, after = children[: place.child], children[place.child + 1 :]
    if is_end and _are_signs(after):
        before, after = [*before, *after], []
    elif not is_end and _are_signs(before):
        before, after = [], [*before, *after]
    return _paragraph(paragraph, before), _paragraph(paragraph, after)


def _are_signs(children: Iterable[Token]) -> bool:
    """Such as a full stop behind the bars: a paragraph of its own would be odd."""
    return all(
        child.type == "text" and all(_is_sign(letter) for letter in child.content)
        for child in children
    )


def _is_sign(letter: str) -> bool:
    return letter.isspace() or category(letter).startswith("P")


def _paragraph(like: Sequence[Token], children: Iterable[Token]) -> list[Token]:
    kept = list(children)
    while kept and kept[0].type in BREAKS:
        kept.pop(0)
    while kept and kept[-1].type in BREAKS:
        kept.pop()
    if not any(child.type == MARK or child.content.strip() for child in kept):
        return []
    return [like[0], like[1].copy(children=kept), like[2]]


def _folded(within: Iterable[Token], label: str) -> list[Token]:
    # Search engines are asked of a "div" alone to leave something out, not of "details".
    opening = f'<details class="fold"><summary>{label}</summary><div data-nosnippet>'
    return [_html(opening), *within, _html("</div></details>\n")]


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)
