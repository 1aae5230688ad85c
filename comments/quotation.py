"""The opening of a reply, as a quotation in plain words. Pure."""

from __future__ import annotations

import html
import re

import nh3

from comments.visible import is_blank
from dramasite import markup

LONGEST = 220
# Between two of these stands what gives the story away; without the second one, to the end.
SPOILER = re.compile(r"\|\|.*?(?:\|\||\Z)", re.DOTALL)
LEFT_OUT = " … "
# What somebody else said or wrote, and what is no sentence.
NOT_ONES_OWN = re.compile(r"<(blockquote|pre|ul|ol)>.*?</\1>", re.DOTALL)
END_OF_LINE = re.compile(r"</p>|<br>")


def quotation(body: str) -> str:
    """Of what was typed: no spoiler, no quoted or listed lines; "" when nothing is left."""
    text = _plain(markup.render(SPOILER.sub(LEFT_OUT, body)))
    return "" if is_blank(text.replace("…", "")) else _cut(text)


def _plain(rendered: str) -> str:
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
