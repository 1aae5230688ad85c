"""What a visitor typed, as HTML: light Markdown, links, line breaks, spoilers; sanitised last.

Nothing edits the HTML after the sanitiser: that is how stored scripts get in.
"""

from __future__ import annotations

import nh3
from markdown_it import MarkdownIt

from dramasite.spoiler_blocks import with_blocks
from dramasite.spoilers import WITHOUT, know_spoilers

# Deeper than anybody quotes; what lies deeper is left out rather than nested.
MAX_NESTING = 20
# Twenty screens. What is longer (it can only be imported) gets its line breaks and no more.
MAX_LENGTH = 10_000
RULES = (
    ("core", ("linkify",)),
    ("block", ("blockquote", "fence", "list")),
    (
        "inline",
        ("autolink", "backticks", "emphasis", "entity", "escape", "link", "strikethrough"),
    ),
)
TAGS = {
    *("p", "br", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("label", "input", "span", "details", "summary", "div"),  # of a spoiler
}
ATTRIBUTES = {"a": {"href"}, "div": {"data-nosnippet"}, "span": {"data-nosnippet", "hidden"}}
VALUES = {"input": {"type": {"checkbox"}}}
CLASSES = {"details": {"fold"}, "label": {"spoiler"}, "span": {"spoiler-words"}}


def render(text: str) -> str:
    """Safe HTML; the time it takes grows with the length of the text, not with its square."""
    return _clean(_reader(text).render(text))


def render_without_spoilers(text: str) -> str:
    """As ``render``, with "…" for each spoiler: for where nothing can be folded."""
    return _clean(_reader(text).render(text, WITHOUT.copy()))


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        tag_attribute_values=VALUES,
        allowed_classes=CLASSES,
        url_schemes={"http", "https"},
        link_rel="nofollow ugc noopener",
    )


def _reader(text: str) -> MarkdownIt:
    return _markdown if len(text) <= MAX_LENGTH else _paragraphs


def _paragraph_reader() -> MarkdownIt:
    # "zero" knows nothing but paragraphs, whatever a later version learns to read.
    options = {"html": False, "linkify": True, "breaks": True, "maxNesting": MAX_NESTING}
    return MarkdownIt("zero", options).enable("newline").use(know_spoilers, with_blocks)


def _markdown_reader() -> MarkdownIt:
    # Only what is named is understood: no HTML, images, headings or tables. The inline
    # "linkify" rule is left out, because "://" repeated makes it quadratic; the core rule
    # of that name finds the same links afterwards.
    reader = _paragraph_reader()
    for chain, names in RULES:
        reader[chain].ruler.enable(names)
    reader.inline.ruler2.enable(["balance_pairs", "emphasis", "strikethrough"])
    reader.validateLink = _is_web_address  # type: ignore[method-assign]
    _read_web_addresses_only(reader)
    return reader


def _read_web_addresses_only(reader: MarkdownIt) -> None:
    assert reader.linkify is not None  # noqa: S101  (linkify-it-py is a dependency of ours)
    reader.linkify.set({"fuzzy_email": False})
    for scheme in ("ftp:", "mailto:", "//"):
        reader.linkify.add(scheme, None)


def _is_web_address(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


_paragraphs = _paragraph_reader()
_markdown = _markdown_reader()
