"""The HTML of a comment as a tree of what our light Markdown can say; the rest is text. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

DEEPEST = 20
INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em"}
INLINE |= {"s": "s", "strike": "s", "del": "s", "code": "code", "tt": "code", "kbd": "code"}
INLINE |= {"a": "a", "q": "q"}
BLOCKS = {"blockquote": "blockquote", "pre": "pre", "ul": "list", "ol": "list", "li": "item"}
# Each begins a paragraph of its own.
PARAGRAPHS = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "hr", "address"),
    *("table", "thead", "tbody", "tfoot", "tr", "section", "article", "header", "footer"),
    *("figure", "figcaption", "details", "summary", "form", "fieldset"),
}
CELLS = {"td", "th"}
BLANK_LINE = re.compile(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*")


@dataclass(slots=True)
class Node:
    """``kind``: root, text, line (a break), paragraph (a border between two), or as above.

    ``start`` is the number of an ordered list's first item; 0 for one without numbers.
    """

    kind: str
    text: str = ""
    start: int = 0
    children: list[Node] = field(default_factory=list)


def tree_of(html: str) -> Node:
    """Line ends count as WordPress shows them: one is a break, an empty line a paragraph."""
    reader = _Reader()
    reader.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self._open: list[tuple[str, Node]] = [("", self.root)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        kind = INLINE.get(tag) or BLOCKS.get(tag)
        if tag == "br":
            self._add(Node("line"))
        elif tag in PARAGRAPHS:
            self._add(Node("paragraph"))
        elif tag in CELLS:
            self._add(Node("text", " "))
        elif tag == "img":
            self._add(self._picture(said.get("src", ""), said.get("alt", "")))
        elif kind and len(self._open) <= DEEPEST:
            start = _number(said.get("start", "")) if tag == "ol" else 0
            node = Node(kind, said.get("href", ""), start)
            self._add(node)
            self._open.append((tag, node))

    def _picture(self, address: str, words: str) -> Node:
        """A way to it: we show no pictures of other sites."""
        text = Node("text", words or address)
        is_linked = any(node.kind == "a" for _tag, node in self._open)
        return text if is_linked else Node("a", address, children=[text])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # "<b/>" opens in HTML; of what has no end of its own there is nothing to close.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self._add(Node("paragraph"))
        names = [name for name, _node in self._open]
        if tag in names[1:]:
            # What was left open inside ends here as well.
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if any(node.kind in ("pre", "code") for _tag, node in self._open):
            self._add(Node("text", data))
            return
        for place, paragraph in enumerate(BLANK_LINE.split(data)):
            if place:
                self._add(Node("paragraph"))
            for number, line in enumerate(paragraph.split("\n")):
                if number:
                    self._add(Node("line"))
                if line:
                    self._add(Node("text", line))

    def unknown_decl(self, data: str) -> None:
        self._add(Node("text", data))

    def _add(self, node: Node) -> None:
        self._open[-1][1].children.append(node)


def _number(text: str) -> int:
    """The first number of a list: as HTML has it, 1 when nothing that can be one is said."""
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    return max(1, int(text)) if is_number else 1
