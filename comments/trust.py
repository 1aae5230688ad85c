"""Whose replies need not wait: trust is earned by a browser that can show its key.

Typing somebody's name and address earns nothing: both are public or guessable, the key is not.
"""

from __future__ import annotations

from django.db.models import Q

from comments.models import Reply, State
from comments.visitor import Visitor


def is_trusted(visitor: Visitor) -> bool:
    """An editor approved something from this browser, and nothing from it was spam. One query."""
    if not visitor.browser_key:
        return False
    states = Reply.objects.filter(browser_key=visitor.browser_key).filter(
        Q(state=State.SPAM) | Q(state=State.PUBLISHED, decided_at__isnull=False)
    )
    found = set(states.order_by().values_list("state", flat=True).distinct())
    return found == {State.PUBLISHED}
