"""Links: how many there are, where they lead, and how they are written."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

# Nobody who writes here by hand writes these: comments know neither HTML nor BBCode.
MARKUP = re.compile(r"<\s*a\s[^>]{0,300}href|\[\s*(?:url|link|img)\b[^\]]{0,300}\]", re.IGNORECASE)
# What a link costs by itself: one is part of many an honest reply.
COSTS = {0: 0, 1: 1, 2: 3}
MANY = 6


def links(said: Said, visitor: Visitor) -> Finding | None:
    number = len({(each.host, each.path) for each in said.addresses})
    if not number:
        return None
    words = ngettext("%(number)d link", "%(number)d links", number) % {"number": number}
    return Finding(COSTS.get(number, MANY), words)


def nothing_but_links(said: Said, visitor: Visitor) -> Finding | None:
    """Few words beside the addresses."""
    if not said.addresses:
        return None
    letters = sum(map(str.isalpha, said.text_without_addresses))
    return Finding(3, _("Hardly a word beside the link")) if letters < 12 else None


def shortened_links(said: Said, visitor: Visitor) -> Finding | None:
    hosts = sorted({each.host for each in said.addresses if each.is_shortened})
    if not hosts:
        return None
    return Finding(3, _("A link that hides where it leads: %(host)s") % {"host": hosts[0]})


def link_markup(said: Said, visitor: Visitor) -> Finding | None:
    """HTML or BBCode, which a machine wrote for another site."""
    found = MARKUP.search(said.text)
    return Finding(6, _("Links written as HTML or BBCode")) if found else None
