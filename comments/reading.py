"""How a visitor wants to read the replies: all of it is said by the address. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FURTHEST = 9_999


class Order(StrEnum):
    """Of threads: within one, what was said first always stands first."""

    OLDEST = "oldest"
    NEWEST = "newest"


LABELS = {Order.OLDEST: _("Oldest first"), Order.NEWEST: _("Newest first")}


@dataclass(frozen=True, slots=True)
class Reading:
    """``seen`` is the last episode that the visitor has seen; ``opened`` a reply to be shown
    though it stands among folded ones. 0 is none.
    """

    order: Order = Order.OLDEST
    seen: int = 0
    opened: int = 0

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """What cannot be understood is as good as not said."""
        is_newest = query.get("order") == Order.NEWEST
        return cls(
            order=Order.NEWEST if is_newest else Order.OLDEST,
            seen=min(_number(query.get("seen", "")), FURTHEST),
            opened=_number(query.get("open", "")),
        )

    @property
    def is_newest_first(self) -> bool:
        return self.order == Order.NEWEST

    @property
    def query(self) -> str:
        """To be followed by a page: "" or such as "order=newest&seen=5&"."""
        said = {"order": self.is_newest_first and str(self.order), "seen": self.seen}
        text = urlencode({key: value for key, value in said.items() if value})
        return f"{text}&" if text else ""

    def address_query(self, page: int = 1) -> str:
        """Of the address of a page: "" or such as "?order=newest&page=2"; with what is opened."""
        opened = f"open={self.opened}&" if self.opened else ""
        query = opened + self.query + (f"page={page}" if page > 1 else "")
        return f"?{query.rstrip('&')}" if query else ""

    @property
    def orders(self) -> list[tuple[Promise, str, bool]]:
        """What each is called, the query of its first page, and whether it is this one."""
        ways = [(order, self.but(order=order).query.rstrip("&")) for order in Order]
        return [
            (LABELS[order], query and f"?{query}", order == self.order) for order, query in ways
        ]

    def but(self, **changes: Any) -> Self:
        return replace(self, **changes)

    def has_seen(self, episode: int | None) -> bool:
        return episode is not None and episode <= self.seen


def _number(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= 18
    return int(text) if is_number else 0
