"""Words and patterns that the editors list."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from comments.models import ListedWord
from comments.spam.patterns import as_read, compiled
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

SHOWN = 3
MOST = 100  # points, of however many words


def listed(said: Said, visitor: Visitor) -> Finding | None:
    """In the text, the name or the website. One query."""
    words = ListedWord.objects.looked_for()
    if not words:
        return None
    return finding_of(words, as_read(said.name, said.text, said.website))


def finding_of(words: Iterable[tuple[str, int]], text: str) -> Finding | None:
    """``words`` are patterns with their points, ``text`` is of ``as_read``."""
    found = {typed: points for typed, points in words if compiled(typed).search(text)}
    if not found:
        return None
    shown = ", ".join(f"“{typed}”" for typed in list(found)[:SHOWN])
    return Finding(
        min(MOST, sum(found.values())), _("On the editors' list: %(words)s") % {"words": shown}
    )
