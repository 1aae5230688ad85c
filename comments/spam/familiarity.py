"""Who is known here: comments/trust.py says by what."""

from __future__ import annotations

from django.utils.translation import gettext as _

from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.trust import is_trusted
from comments.visitor import Visitor


def trusted(said: Said, visitor: Visitor) -> Finding | None:
    """Enough to say a link without waiting, not enough to sell something."""
    if not is_trusted(visitor):
        return None
    return Finding(-3, _("Replies from this browser were approved before"))
