"""Asking readers for something: to subscribe, to follow, to look at one's own channel."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

OWN = (
    "channel|chanel|videos?|vids?|page|blog|covers?|mixtape|tracks?|songs?|music|website|web ?site"
    "|site|profile|playlist|account|instagram|insta|soundcloud|twitter|facebook|store|shop|app|beats"
)
LOOK = (
    "check|visit|see|watch|listen|hear|look|follow|like|sub|subs?cribe|come|join|support|share|go"
)
FEW_WORDS = r"(?:\s+[^\s]{1,20}){0,3}?\s+"
ASKING = re.compile(
    rf"""\bsu(?:b|bs|s|cs|bc)[sc]?cri?be?\b(?!\s+to\s+(?:the|this|that|viki|netflix))
    |\b(?:{LOOK}){FEW_WORDS}(?:my|our)(?:\s+[^\s]{{1,20}}){{0,2}}?\s+(?:{OWN})\b
    |\b(?:like|thumbs?\ up|like\ this|(?:like|upvote)\ this\ comment)\ if\ (?:yo?u|ur?|your)\b
    |\b(?:like|upvote|share|copy)\ this\ comment\b
    |\b(?:follow|add|sub|whatsapp|text|dm)\ (?:to\ )?(?:me|us)\b
    |\b(?:sub|follow|like|f|s)\ ?(?:4|for)\ ?(?:sub|follow|like|f|s)\b
    """,
    re.VERBOSE,
)


def asking(said: Said, visitor: Visitor) -> Finding | None:
    """In English; what other languages ask is left to the classifier."""
    found = ASKING.search(said.unmasked)
    if not found:
        return None
    return Finding(3, _("Asks readers for something: “%(words)s”") % {"words": found[0].strip()})
