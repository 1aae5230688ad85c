"""A place in a thread, with the text that stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from catalog.models import Drama
from comments.marks import marked
from comments.models import Reply
from comments.reading import Reading
from comments.threads import Node, Row


@dataclass(slots=True)
class Shown:
    """A place in a thread. ``reply`` is None where its answers stand but it does not.

    ``beside`` is what it answers, where that does not stand above it; ``is_seen`` of a reply
    about an episode that the visitor has seen; ``is_starters`` of what he who began the thread
    says in it later; ``is_marked`` of a verified author's; ``is_closed`` of all in a thread
    that is, ``closes_here`` of its top; ``is_elsewhere`` of what stands on another page.
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
    is_elsewhere: bool = False
    beside: Shown | None = None
    answers: list[Shown] = field(default_factory=list)
    further: Further | None = None
    continued: Continued | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """Answers that stand folded; ``count`` is of all that is to be read among them."""

    count: int
    is_open: bool
    answers: list[Shown]


@dataclass(frozen=True, slots=True)
class Continued:
    """The rest of a thread, ``count`` replies, on pages of its own."""

    count: int
    address: str


def with_texts(
    drama: Drama, threads: Sequence[Node], elsewhere: Sequence[Row], reading: Reading
) -> dict[int, Shown]:
    """By their ids; two queries. ``elsewhere``: what is answered in them, on other pages."""
    nodes = [node for thread in threads for node in thread.walk()]
    texts = _texts([*(node.row for node in nodes), *elsewhere])
    beside = {row.pk: _beside(row, texts.get(row.pk)) for row in elsewhere}
    here = [texts[node.row.pk] for node in nodes if node.row.pk in texts]
    shown = {node.row.pk: _place(node.row, texts.get(node.row.pk), reading) for node in nodes}
    for node in nodes:
        place = shown[node.row.pk]
        place.answers = [shown[child.row.pk] for child in node.open_answers]
        place.further = _further(node, shown, reading)
        place.continued = _continued(node, reading)
        if node.answers_to is not None:
            place.beside = shown.get(node.answers_to) or beside.get(node.answers_to)
    for thread in threads:
        _mark_starter(thread, shown)
    for pk in marked(drama, here):
        shown[pk].is_marked = True
    return shown


def _texts(rows: Sequence[Row]) -> dict[int, Reply]:
    # By their ids alone: asked for the state too, SQLite goes through all published replies
    # of the site, which took 400 ms of three million.
    found = Reply.objects.in_bulk([row.pk for row in rows if row.is_published])
    return {pk: reply for pk, reply in found.items() if reply.is_published}


def _mark_starter(thread: Node, shown: dict[int, Shown]) -> None:
    starter = shown[thread.row.pk].reply
    for node in thread.walk():
        said = shown[node.row.pk]
        said.is_starters = node is not thread and _is_one_author(starter, said.reply)


def _is_one_author(one: Reply | None, other: Reply | None) -> bool:
    """Only as far as both have proved it: a name and an address can be typed by anybody."""
    if one is None or other is None or not (one.verified_at and other.verified_at):
        return False
    return one.email_key != "" and one.email_key == other.email_key


def _place(row: Row, reply: Reply | None, reading: Reading) -> Shown:
    is_seen = reply is not None and reading.has_seen(reply.about_episode)
    return Shown(f"reply-{row.pk}", reply, row.is_withdrawn, row.is_held, is_seen)


def _beside(row: Row, reply: Reply | None) -> Shown:
    """What is answered on this page and stands on another."""
    return Shown(f"reply-{row.pk}", reply, row.is_withdrawn, row.is_held, is_elsewhere=True)


def _further(node: Node, shown: dict[int, Shown], reading: Reading) -> Further | None:
    if not node.further_answers:
        return None
    folded = [below.row for below in node.folded()]
    return Further(
        count=sum(row.is_published for row in folded),
        is_open=any(row.pk == reading.opened for row in folded),
        answers=[shown[answer.row.pk] for answer in node.further_answers],
    )


def _continued(node: Node, reading: Reading) -> Continued | None:
    if not node.left:
        return None
    address = reverse("thread", args=[node.row.pk]) + reading.address_query(2)
    return Continued(node.left, address)
