"""Flat rows of replies → nested nodes, and pages that keep threads whole. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

MAX_DEPTH = 5
PAGE_SIZE = 50
# Of the answers to one reply, as many stand open; one or two more are not worth folding.
OPEN_ANSWERS = 5
FEWEST_FOLDED = 3


@dataclass(frozen=True, slots=True)
class Row:
    """As much of a reply as its place depends on."""

    pk: int
    parent: int | None
    is_published: bool
    created_at: datetime.datetime
    is_withdrawn: bool = False
    is_held: bool = False
    is_closed: bool = False  # and so all that stands below it


@dataclass(slots=True)
class Node:
    """``depth`` is 1 to MAX_DEPTH; ``answers_to`` is the true parent where it is not above;
    ``left`` is how many published replies of a thread are read on pages of its own.
    """

    row: Row
    depth: int = 1
    answers_to: int | None = None
    children: list[Node] = field(default_factory=list)
    left: int = 0
    folds: bool = True

    @property
    def open_answers(self) -> list[Node]:
        return self.children[: len(self.children) - len(self.further_answers)]

    @property
    def further_answers(self) -> list[Node]:
        """Those that are folded."""
        is_long = len(self.children) >= OPEN_ANSWERS + FEWEST_FOLDED
        return self.children[OPEN_ANSWERS:] if is_long and self.folds else []

    @property
    def count(self) -> int:
        """How many may be read here and below, and of a thread on its further pages."""
        return self.left + sum(node.row.is_published for node in self.walk())

    def folded(self) -> Iterator[Node]:
        """The further answers, and all below them."""
        return (below for answer in self.further_answers for below in answer.walk())

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def nested(rows: Iterable[Row]) -> list[Node]:
    """Threads, oldest first; linear, but for the sorting.

    An unpublished reply keeps its place only over published answers. An answer to a reply at
    MAX_DEPTH stands beside it. A row whose parent is not among the rows begins a thread.
    """
    threads: list[Node] = []
    path: list[Node] = []
    for row, true_depth in _in_reading_order(sorted(rows, key=_age)):
        depth = min(true_depth, MAX_DEPTH)
        del path[depth - 1 :]
        node = Node(row, depth, row.parent if true_depth > MAX_DEPTH else None)
        (path[-1].children if path else threads).append(node)
        path.append(node)
    return threads


def pages(threads: Sequence[Node], size: int = PAGE_SIZE) -> list[list[Node]]:
    """Whole threads, filled up to ``size`` replies a page; a longer thread has its own page."""
    filled: list[list[Node]] = [[]]
    room = size
    for thread in threads:
        length = sum(1 for _ in thread.walk())
        if length > room and filled[-1]:
            filled.append([])
            room = size
        filled[-1].append(thread)
        room -= length
    return filled


def is_folded(pk: int, threads: Iterable[Node]) -> bool:
    """Whether a reply stands among further answers. A node is met MAX_DEPTH times at most."""
    nodes = (node for thread in threads for node in thread.walk())
    return any(below.row.pk == pk for node in nodes for below in node.folded())


def page_of(pk: int, filled: Sequence[Sequence[Node]]) -> int | None:
    """The number of the page (from 1) on which a reply stands, or None."""
    for number, threads in enumerate(filled, 1):
        if any(node.row.pk == pk for thread in threads for node in thread.walk()):
            return number
    return None


def _age(row: Row) -> tuple[datetime.datetime, int]:
    return row.created_at, row.pk


def _in_reading_order(rows: Sequence[Row]) -> Iterator[tuple[Row, int]]:
    known = {row.pk: row for row in rows}
    kept = _with_something_to_show(known)
    answers: dict[int | None, list[Row]] = {}
    for row in rows:
        if row.pk in kept:
            answers.setdefault(row.parent if row.parent in known else None, []).append(row)
    waiting = [(row, 1) for row in reversed(answers.get(None, []))]
    while waiting:
        row, depth = waiting.pop()
        yield row, depth
        waiting.extend((answer, depth + 1) for answer in reversed(answers.get(row.pk, [])))


def _with_something_to_show(known: dict[int, Row]) -> set[int]:
    kept: set[int] = set()
    for row in known.values():
        above: Row | None = row if row.is_published else None
        # Whoever is kept already has kept those above him: no row is climbed twice.
        while above is not None and above.pk not in kept:
            kept.add(above.pk)
            above = known.get(above.parent) if above.parent else None
    return kept
