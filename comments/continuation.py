"""A thread too long for a page: its opening stands among the others, the rest on pages of its
own, each beneath the reply that began it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import batched

from comments.threads import PAGE_SIZE, Node, is_folded, page_of, pages


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a reply is read: in a ``part`` (from 1) of its ``thread``, the first of which stands
    on a ``page`` (from 1) of the list.
    """

    page: int
    thread: int
    part: int
    is_folded: bool


def opening(thread: Node, size: int = PAGE_SIZE) -> Node:
    """As much of it as stands in the list: a thread up to twice ``size`` is left whole."""
    nodes = list(thread.walk())
    if len(nodes) <= 2 * size:
        return thread
    (first,) = _nested_again(nodes[:size])
    first.left = sum(node.row.is_published for node in nodes[size:])
    return first


def parts(thread: Node, size: int = PAGE_SIZE) -> list[Node]:
    """Its opening, then ``size`` replies each, in reading order."""
    first = opening(thread, size)
    if first is thread:
        return [thread]
    further = batched(list(thread.walk())[size:], size, strict=False)
    return [first, *(_below_its_beginning(thread, part) for part in further)]


def standing(pk: int, threads: Sequence[Node], size: int = PAGE_SIZE) -> Standing | None:
    """``threads`` whole, in the order of the list."""
    thread = next((thread for thread in threads if _holds(thread, pk)), None)
    if thread is None:
        return None
    page = page_of(thread.row.pk, pages([opening(each, size) for each in threads], size))
    for number, part in enumerate(parts(thread, size), 1):
        if page and _holds(part, pk):
            return Standing(page, thread.row.pk, number, is_folded(pk, [part]))
    return None


def _holds(thread: Node, pk: int) -> bool:
    return any(node.row.pk == pk for node in thread.walk())


def _below_its_beginning(thread: Node, nodes: Iterable[Node]) -> Node:
    answers = _nested_again(nodes)
    for answer in answers:
        if answer.answers_to == thread.row.pk:
            answer.answers_to = None
    return Node(thread.row, children=answers, folds=False)


def _nested_again(nodes: Iterable[Node]) -> list[Node]:
    """As they were; what stood below a reply that is not among them names it instead."""
    trees: list[Node] = []
    path: list[Node] = []
    for node in nodes:
        while path and path[-1].depth >= node.depth:
            path.pop()
        answers_to = node.answers_to if path else node.row.parent
        again = replace(node, answers_to=answers_to, children=[])
        (path[-1].children if path else trees).append(again)
        path.append(again)
    return trees
