"""What a text shows at first sight: the checks of what is said that need no memory."""

from __future__ import annotations

from collections.abc import Callable

from comments.spam.asking import asking
from comments.spam.disguise import disguise
from comments.spam.links import link_markup, links, nothing_but_links, shortened_links
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

Check = Callable[[Said, Visitor], Finding | None]

SIGNS: tuple[Check, ...] = (
    *(links, nothing_but_links, shortened_links, link_markup),
    *(asking, disguise),
)


def signs(text: str, website: str = "") -> list[str]:
    """The names of those that find something in a text alone, whoever says it.

    They have points of their own, and the classifier learns what they are worth here.
    """
    said, nobody = Said(text, website=website), Visitor()
    return [check.__name__ for check in SIGNS if check(said, nobody)]


def found(said: Said, visitor: Visitor, checks: tuple[Check, ...]) -> dict[str, Finding]:
    results = {check.__name__: check(said, visitor) for check in checks}
    return {name: finding for name, finding in results.items() if finding is not None}
