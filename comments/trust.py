"""Whose replies need not wait: trust is earned by a browser that can show its key.

Typing somebody's name and address earns nothing: both are public or guessable, the key is not.
An address counts where a link that was mailed to it was used for a reply from that browser.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from comments.models import Reply, State
from comments.models.reply import ReplyQuerySet
from comments.visitor import NOBODY, Visitor
from dramasite.prepared import Prepared

APPROVED = Q(state=State.PUBLISHED, decided_at__isnull=False)
VERIFIED = Q(state__in=(State.HELD, State.PUBLISHED), verified_at__isnull=False)


def is_trusted(visitor: Visitor) -> bool:
    """Whether this browser has earned it, and lost it by no spam. One query."""
    return bool(_good_of.ask(browser_key=visitor.browser_key or NOBODY))


@Prepared
def _good_of(browser_key: str) -> QuerySet[Reply, tuple[int]]:
    good = _of_browser(browser_key).filter(APPROVED | VERIFIED)
    return good.exclude(Exists(_spam(browser_key))).order_by().values_list("pk")[:1]


def trusted_browsers(keys: Iterable[str]) -> set[str]:
    """Those of these browsers that are trusted. One query."""
    known = set(keys) - {""}
    good = Reply.objects.filter(browser_key__in=known).filter(APPROVED | VERIFIED)
    own = OuterRef("browser_key")
    trusted = good.exclude(Exists(_spam(own, OuterRef(own))))
    return set(trusted.order_by().values_list("browser_key", flat=True).distinct())


def is_verified(visitor: Visitor, email: str) -> bool:
    """Whether whoever has this browser has shown before that the address is his. One query."""
    if not email:
        return False
    good = _of_browser(visitor.browser_key).by_address(email).filter(VERIFIED)
    return good.exclude(Exists(_spam(visitor.browser_key))).exists()


def _of_browser(key: str | OuterRef) -> ReplyQuerySet:
    return Reply.objects.filter(browser_key=key) if key else Reply.objects.none()


def _spam(browser_key: str | OuterRef, from_within: OuterRef | None = None) -> ReplyQuerySet:
    """Of this browser, or of whoever has verified an address in it, from anywhere.

    Spam under that address which nobody has verified may be a stranger's.
    """
    proven = (
        _of_browser(from_within or browser_key)
        .filter(verified_at__isnull=False)
        .exclude(email_key="")
    )
    elsewhere = Q(verified_at__isnull=False, email_key__in=proven.values("email_key"))
    return Reply.objects.filter(elsewhere | Q(browser_key=browser_key), state=State.SPAM)
