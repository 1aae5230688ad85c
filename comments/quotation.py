"""What may be told of a reply where nothing can be folded: feeds, mails, titles, quotations.

A spoiler is left out of it, and all of a reply that is about an episode. What quotes a reply
anywhere but on its own page asks here.
"""

from __future__ import annotations

import html
import re
from typing import Protocol

import nh3
from django.utils.html import format_html
from django.utils.translation import gettext as _

from comments.visible import is_blank
from dramasite import markup

LONGEST = 220
# What somebody else said or wrote, and what is no sentence.
NOT_ONES_OWN = re.compile(r"<(blockquote|pre|ul|ol)>.*?</\1>", re.DOTALL)
END_OF_LINE = re.compile(r"</p>|<br>")
END_OF_BLOCK = re.compile(r"(?:</p>|</pre>|</li>)\s*")


class Quotable(Protocol):
    """As much of a reply as is told."""

    body: str
    about_episode: int | None


def told(reply: Quotable) -> str:
    """As HTML: "…" for each spoiler; of a reply about an episode, no more than which."""
    if reply.about_episode is None:
        return markup.render_without_spoilers(reply.body)
    note = _("On episode %(number)s: …") % {"number": reply.about_episode}
    return format_html("<p>{}</p>", note)


def told_plainly(reply: Quotable) -> str:
    """The same in plain words, a paragraph a line, with an empty line between two."""
    lines = html.unescape(nh3.clean(END_OF_BLOCK.sub("\n\n", told(reply)), tags=set()))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def quotation(reply: Quotable) -> str:
    """Its opening, in a line: no spoiler, no quoted or listed words; "" when nothing is left."""
    if reply.about_episode is not None:
        return ""
    text = _in_a_line(told(reply))
    return "" if is_blank(text.replace("…", "")) else _cut(text)


def _in_a_line(rendered: str) -> str:
    spaced = END_OF_LINE.sub(" ", NOT_ONES_OWN.sub(" ", rendered))
    words = html.unescape(nh3.clean(spaced, tags=set())).split()
    return re.sub(r"(?:… ?)+…", "…", " ".join(words))


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    words, space, _part = text[:LONGEST].rpartition(" ")
    # Where words are not divided by spaces, any character may be the last.
    whole = words if space and len(words) > LONGEST // 2 else text[:LONGEST]
    return whole.rstrip(" ,;:.…") + "…"
