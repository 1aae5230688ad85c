"""What an editor wrote at length, as safe HTML: sanitised last, and nothing edits it afterwards.

Richer than what visitors may type (dramasite/markup.py): headings, tables, and pictures of
this site's own.
"""

from __future__ import annotations

import html
import re

import nh3
from django.conf import settings
from markdown_it import MarkdownIt

TEXT = {
    *("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark"),
    *("q", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u"),
}
BLOCKS = {
    *("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h2"),
    *("h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "summary", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SPACES = re.compile(r"[ \t]*\n\s*")
FIRST_HEADING = re.compile(r"(</?)h1\b", re.IGNORECASE)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
DEEPEST = 200
UNNESTED = {"br", "hr", "img", "input", "li", "p", "dd", "dt", "td", "th", "tr", "source", "wbr"}
PICTURE = re.compile(r"<img[^>]*>")
_markdown = MarkdownIt("commonmark", {"html": False, "linkify": True}).enable(
    ["table", "strikethrough", "linkify"]
)


def from_html(text: str) -> str:
    """Pictures of other sites are not shown: nothing is loaded from elsewhere.

    The page has its own heading: what claims to be another one stands below it.
    """
    if _is_knotted(text):
        return html.escape(text)
    return nh3.clean(
        FIRST_HEADING.sub(r"\1h2", text),
        tags=TEXT | BLOCKS,
        attributes=ATTRIBUTES,
        attribute_filter=_own_pictures_only,
        set_tag_attribute_values={"img": {"loading": "lazy", "decoding": "async"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )


def _is_knotted(text: str) -> bool:
    """Nested deeper than anybody writes: that takes the square of the time."""
    depth = 0
    for end, tag in TAG.findall(text):
        depth += 0 if tag.lower() in UNNESTED else -1 if end else 1
        depth = max(0, depth)
        if depth > DEEPEST:
            return True
    return False


def from_markdown(text: str) -> str:
    return from_html(_markdown.render(text))


def text_of(stripped: str) -> str:
    """Of what is left of HTML without its tags: the paragraphs, as people read them."""
    return SPACES.sub("\n", html.unescape(stripped)).strip()


def _own_pictures_only(tag: str, attribute: str, value: str) -> str | None:
    if (tag, attribute) == ("img", "src") and not value.startswith(settings.MEDIA_URL):
        return None
    return value


def hides_pictures(rendered: str) -> bool:
    """Whether a picture in it has lost its address."""
    return any("src=" not in tag for tag in PICTURE.findall(rendered))
