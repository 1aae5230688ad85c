"""What waits for an editor, each reply with all that it takes to decide at a glance."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from comments.models import Decision, Reply, Report, State
from comments.models.reply import ReplyQuerySet
from comments.trust import trusted_browsers

# What the person is known by, and how the list of replies is narrowed to it.
KNOWN_BY = {"email_key": "author_of", "browser_key": "browser_of"}
States = Counter[str]


@dataclass(slots=True)
class Others:
    """Replies of the same address, or from the same browser: ``states`` are pairs for people."""

    filtered_by: str
    states: list[tuple[State, int]]


@dataclass(slots=True)
class Card:
    reply: Reply
    is_trusted: bool = False
    others: list[Others] = field(default_factory=list)

    @property
    def is_first(self) -> bool:
        """Nothing else is known of whoever wrote it."""
        return not self.others


def in_queue() -> ReplyQuerySet:
    """What is held, and what stands and was reported; longest waiting first."""
    reported = Q(state=State.PUBLISHED, pk__in=Report.objects.unsettled().values("reply"))
    return (
        Reply.objects.filter(Q(state=State.HELD) | reported)
        .order_by("created_at", "pk")
        .select_related("drama", "parent")
        .prefetch_related("reports")
        .defer("email_sealed", "parent__email_sealed", "parent__email_key")
    )


def came_since(at: datetime.datetime | None) -> ReplyQuerySet:
    """What of it is new since then: written, corrected, held again or reported."""
    if at is None:
        return in_queue()
    held_again = Decision.objects.filter(reply=OuterRef("pk"), after=State.HELD, made_at__gt=at)
    reported = Report.objects.unsettled().since(at).filter(reply=OuterRef("pk"))
    is_new = Q(created_at__gt=at) | Q(edited_at__gt=at) | Exists(held_again) | Exists(reported)
    return in_queue().filter(is_new)


def cards(replies: Sequence[Reply]) -> list[Card]:
    """Three queries, whatever the number."""
    trusted = trusted_browsers(reply.browser_key for reply in replies)
    counted = {key: _counted(key, replies) for key in KNOWN_BY}
    return [
        Card(reply, reply.browser_key in trusted, list(_others(reply, counted)))
        for reply in replies
    ]


def _counted(known_by: str, replies: Iterable[Reply]) -> dict[str, States]:
    keys = {getattr(reply, known_by) for reply in replies} - {""}
    same = Reply.objects.filter(**{f"{known_by}__in": keys}).order_by()
    counted: dict[str, States] = {key: Counter() for key in keys}
    for key, state, number in same.values_list(known_by, "state").annotate(Count("pk")):
        counted[key][state] = number
    return counted


def _others(reply: Reply, counted: dict[str, dict[str, States]]) -> Iterable[Others]:
    for key, filtered_by in KNOWN_BY.items():
        states = counted[key].get(getattr(reply, key), Counter()) - Counter([reply.state])
        if states:
            yield Others(filtered_by, [(state, states[state]) for state in State if states[state]])
