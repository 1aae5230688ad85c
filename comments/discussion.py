"""The replies to one drama, as they are shown: threads in pages, in two queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.core.paginator import Page, Paginator
from django.db.models import FilteredRelation, Q

from catalog.models import Drama
from comments.continuation import Standing, opening, parts, standing
from comments.models import State
from comments.reading import Order, Reading
from comments.shown import Shown, with_texts
from comments.terms import COLUMNS, Terms, terms
from comments.threads import PAGE_SIZE, Node, Row, nested, pages

AS_IT_COMES = Reading()


@dataclass(frozen=True)
class Discussion:
    """Query 1 has been made; each page costs another."""

    drama: Drama
    rows: Sequence[Row]
    terms: Terms
    last_episode: int = 0  # that a reply is about

    @property
    def is_closed(self) -> bool:
        return self.terms.is_closed

    @property
    def count(self) -> int:
        return sum(row.is_published for row in self.rows)

    @cached_property
    def threads(self) -> list[Node]:
        """Whole, the oldest first."""
        return nested(self.rows)

    def in_order(self, order: Order) -> list[Node]:
        return self.threads[::-1] if order == Order.NEWEST else self.threads

    def pages(self, order: Order = Order.OLDEST) -> list[list[Node]]:
        return pages([opening(thread, PAGE_SIZE) for thread in self.in_order(order)], PAGE_SIZE)

    def page(self, number: int | str, order: Order = Order.OLDEST) -> Page:
        """Raises InvalidPage beyond the last. Its ``object_list`` holds one list of threads."""
        return Paginator(self.pages(order), 1).page(number)

    def parts(self, beginning: int) -> list[Node]:
        """Of the thread that begins with this reply, each as a thread; none if it begins none."""
        threads = (thread for thread in self.threads if thread.row.pk == beginning)
        return [part for thread in threads for part in parts(thread, PAGE_SIZE)]

    def standing(self, reply: int, order: Order = Order.OLDEST) -> Standing | None:
        return standing(reply, self.in_order(order), PAGE_SIZE)

    def shown(self, threads: Sequence[Node], reading: Reading = AS_IT_COMES) -> list[Shown]:
        """Threads with their texts: query 2, if there is anything to read; 3, of who is who."""
        nodes = [node for thread in threads for node in thread.walk()]
        shown = with_texts(self.drama, threads, self._answered_elsewhere(nodes), reading)
        for node in nodes:
            self._mark_closed(node.row, shown[node.row.pk])
        return [shown[thread.row.pk] for thread in threads]

    def _answered_elsewhere(self, nodes: Sequence[Node]) -> list[Row]:
        wanted = {node.answers_to for node in nodes} - {node.row.pk for node in nodes}
        return [row for row in self.rows if row.pk in wanted] if wanted else []

    @cached_property
    def _below_closed(self) -> set[int]:
        """On whatever page of the thread they stand."""
        nodes = (node for thread in self.threads for node in thread.walk())
        below = (node.walk() for node in nodes if node.row.is_closed)
        return {answer.row.pk for closed in below for answer in islice(closed, 1, None)}

    def _mark_closed(self, row: Row, shown: Shown) -> None:
        is_below = row.pk in self._below_closed
        shown.is_closed = row.is_closed or is_below
        shown.closes_here = row.is_closed and not is_below


def discussion_of(drama: Drama) -> Discussion:
    """One query, whether there are replies or none, whether it is open or closed."""
    shown = FilteredRelation("replies", condition=Q(replies__first_shown_at__isnull=False))
    rows = list(
        Drama.objects.filter(pk=drama.pk)
        .annotate(shown=shown)
        .values_list(
            *("shown__pk", "shown__parent_id", "shown__state", "shown__created_at"),
            *("shown__withdrawn_at", "shown__about_episode", "shown__thread_closed_at"),
            *COLUMNS,
        )
    )
    last_episode = max((row[5] or 0 for row in rows), default=0)
    found = _rows(rows)
    last_said_at = max((row.created_at for row in found if row.is_published), default=None)
    ruled = terms(drama, rows[0][-len(COLUMNS) :], last_said_at) if rows else Terms()
    return Discussion(drama, found, ruled, last_episode)


def _rows(found: Iterable[tuple]) -> list[Row]:
    return [
        Row(
            *(pk, parent, state == State.PUBLISHED, at, withdrawn is not None),
            is_held=state == State.HELD,
            is_closed=closed_at is not None,
        )
        for pk, parent, state, at, withdrawn, _about, closed_at, *_terms in found
        if pk is not None
    ]
