"""The same words elsewhere: by a sketch of the text, which near copies share.

A sketch is the few smallest hashes of all runs of six letters. Two texts have as large a share of
it in common as they have of their runs (Broder, 1997).
"""

from __future__ import annotations

import hashlib
import re

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from comments.models import Reply, State, Trace
from comments.spam.letters import excerpt, folded
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor
from dramasite.prepared import Prepared

RUN = 6
SIZE = 8
IN_COMMON = 5
MOST = 50
# Shorter ones are said twice by honest people: "I loved every minute of it."
SHORTEST = 40
NO_LETTER = re.compile(r"[\W\d_]+")


def sketch(text: str) -> list[int]:
    """Up to eight signed 64-bit numbers; none of a short text."""
    letters = NO_LETTER.sub("", folded(excerpt(text)))
    if len(letters) < SHORTEST:
        return []
    runs = {letters[at : at + RUN] for at in range(len(letters) - RUN + 1)}
    return sorted(map(_number, runs))[:SIZE]


def repetition(said: Said, visitor: Visitor) -> Finding | None:
    """One query."""
    numbers = sketch(said.text)
    states = [state for reply, state in _alike(numbers) if reply != said.reply] if numbers else []
    if State.SPAM in states:
        return Finding(8, _("Nearly the same words as a reply that is spam"))
    if states:
        return Finding(3 if len(states) == 1 else 6, _("Nearly the same words as another reply"))
    return None


def _alike(numbers: list[int]) -> list[tuple[int, str]]:
    """Replies with so much in common, and their states. One query."""
    # A text of few runs has fewer than eight; one number twice finds what it finds once.
    eight = (numbers * SIZE)[:SIZE]
    rows = _sharing.ask(**{f"n{place}": number for place, number in enumerate(eight)})
    return [(reply, state) for reply, state, _common in rows]


@Prepared
def _sharing(
    n0: int, n1: int, n2: int, n3: int, n4: int, n5: int, n6: int, n7: int
) -> QuerySet[Trace, tuple[int, str, int]]:
    numbers = (n0, n1, n2, n3, n4, n5, n6, n7)
    traces = Trace.objects.filter(number__in=numbers).values_list("reply", "reply__state")
    return traces.annotate(common=Count("pk")).filter(common__gte=IN_COMMON)[:MOST]


def _number(run: str) -> int:
    digest = hashlib.blake2b(run.encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def remember(reply: Reply) -> None:
    """Keep the sketch of its words, in the place of what was kept of it."""
    Trace.objects.filter(reply=reply).delete()
    Trace.objects.bulk_create(Trace(reply=reply, number=number) for number in sketch(reply.body))
