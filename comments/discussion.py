"""The replies to one drama, as they are shown: threads in pages, in two queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import FilteredRelation, Q

from catalog.models import Drama
from comments.marks import marked
from comments.models import Reply, State
from comments.reading import Order, Reading
from comments.terms import COLUMNS, Terms, terms
from comments.threads import PAGE_SIZE, Node, Row, is_folded, nested, page_of, pages

AS_IT_COMES = Reading()


@dataclass(slots=True)
class Shown:
    """A place in a thread. ``reply`` is None where its answers stand but it does not.

    ``beside`` is what it answers, where that does not stand above it; ``is_seen`` of a reply
    about an episode that the visitor has seen; ``is_starters`` of what he who began the thread
    says in it later; ``is_marked`` of a verified author's; ``is_closed`` of all in a thread
    that is, ``closes_here`` of its top.
    """

    anchor: str
    reply: Reply | None
    is_withdrawn: bool = False
    is_held: bool = False
    is_seen: bool = False
    is_starters: bool = False
    is_marked: bool = False
    is_closed: bool = False
    closes_here: bool = False
    beside: Shown | None = None
    answers: list[Shown] = field(default_factory=list)
    further: Further | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """Answers that stand folded; ``count`` is of all that is to be read among them."""

    count: int
    is_open: bool
    answers: list[Shown]


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

    def pages(self, order: Order = Order.OLDEST) -> list[list[Node]]:
        is_reversed = order == Order.NEWEST
        return pages(self.threads[::-1] if is_reversed else self.threads, PAGE_SIZE)

    def page(self, number: int | str, order: Order = Order.OLDEST) -> Page:
        """Raises InvalidPage beyond the last. Its ``object_list`` holds one list of threads."""
        return Paginator(self.pages(order), 1).page(number)

    def page_of(self, reply: Reply, order: Order = Order.OLDEST) -> int | None:
        return page_of(reply.pk, self.pages(order))

    def is_folded(self, reply: Reply) -> bool:
        return is_folded(reply.pk, self.threads)

    def shown(self, threads: Sequence[Node], reading: Reading = AS_IT_COMES) -> list[Shown]:
        """Threads with their texts: query 2, if there is anything to read; 3, of who is who."""
        nodes = [node for thread in threads for node in thread.walk()]
        texts = _texts(nodes)
        places = _with_texts(nodes, threads, texts, reading)
        for pk in marked(self.drama, texts.values()):
            places[pk].is_marked = True
        return [places[thread.row.pk] for thread in threads]


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


def _texts(nodes: Sequence[Node]) -> dict[int, Reply]:
    # By their ids alone: asked for the state too, SQLite goes through all published replies
    # of the site, which took 400 ms of three million.
    found = Reply.objects.in_bulk([node.row.pk for node in nodes if node.row.is_published])
    return {pk: reply for pk, reply in found.items() if reply.is_published}


def _with_texts(
    nodes: Sequence[Node], threads: Sequence[Node], texts: dict[int, Reply], reading: Reading
) -> dict[int, Shown]:
    shown = {node.row.pk: _place(node.row, texts.get(node.row.pk), reading) for node in nodes}
    for node in nodes:
        shown[node.row.pk].answers = [shown[child.row.pk] for child in node.open_answers]
        shown[node.row.pk].further = _further(node, shown, reading)
        if node.answers_to is not None:
            shown[node.row.pk].beside = shown[node.answers_to]
    for thread in threads:
        _mark_starter(thread, shown)
        _mark_closed(thread, shown)
    return shown


def _mark_starter(thread: Node, shown: dict[int, Shown]) -> None:
    starter = shown[thread.row.pk].reply
    for node in thread.walk():
        said = shown[node.row.pk]
        said.is_starters = node is not thread and _is_one_author(starter, said.reply)


def _mark_closed(thread: Node, shown: dict[int, Shown]) -> None:
    """Top down: what stands below a closed one is closed."""
    for node in thread.walk():
        above = shown[node.row.pk]
        above.closes_here = node.row.is_closed and not above.is_closed
        above.is_closed = above.is_closed or node.row.is_closed
        for child in node.children if above.is_closed else ():
            shown[child.row.pk].is_closed = True


def _is_one_author(one: Reply | None, other: Reply | None) -> bool:
    """Only as far as both have proved it: a name and an address can be typed by anybody."""
    if one is None or other is None or not (one.verified_at and other.verified_at):
        return False
    return one.email_key != "" and one.email_key == other.email_key


def _place(row: Row, reply: Reply | None, reading: Reading) -> Shown:
    is_seen = reply is not None and reading.has_seen(reply.about_episode)
    return Shown(f"reply-{row.pk}", reply, row.is_withdrawn, row.is_held, is_seen)


def _further(node: Node, shown: dict[int, Shown], reading: Reading) -> Further | None:
    if not node.further_answers:
        return None
    folded = [below.row for below in node.folded()]
    return Further(
        count=sum(row.is_published for row in folded),
        is_open=any(row.pk == reading.opened for row in folded),
        answers=[shown[answer.row.pk] for answer in node.further_answers],
    )
