"""The content of a post as lines: headings, paragraphs, terms with their values, pictures.

What the block editor writes, and what the classic editor leaves to be made of empty lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from catalog.importers.texts import one_line

COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
# Those of WordPress itself, and others that have attributes: "[sic]" is a word.
SHORTCODE = re.compile(
    r"\[/?(?:gallery|caption|embed|audio|video|playlist)\b[^\[\]\n]*\]"
    r"|\[[a-z][\w-]*\s[^\[\]\n=]*=[^\[\]\n]*\]"
)
HEADINGS = {f"h{n}": n for n in range(1, 7)}
LINES = {
    *("p", "div", "li", "dt", "dd", "tr", "td", "th", "figcaption", "blockquote", "pre", "ul"),
    *("ol", "dl", "table", "tbody", "thead", "section", "article", "figure", "summary", "hr"),
}
KINDS = {"dt": "term", "dd": "value", "li": "item", "figcaption": "caption"}
BOLD = {"strong", "b"}
UNSEEN = {"script", "style", "noscript", "svg"}
# No letter behind it, or no end before the next one.
UNCLOSED = re.compile(r"<(?![a-zA-Z/][^<>]*>)")
PICTURE_CLASS = re.compile(r"\bwp-image-(\d{1,18})\b")
LONGEST_LINE = 100_000


@dataclass(slots=True)
class Line:
    """``kind``: heading, line, item, term, value, row, picture, link or caption.

    ``bold`` is how much of the text, from its beginning, is bold; ``cells`` are a row's.
    """

    kind: str
    text: str = ""
    bold: str = ""
    address: str = ""
    number: int = 0
    cells: list[str] = field(default_factory=list)


def lines_of(content: str) -> list[Line]:
    # The classic editor leaves line ends to be shown; the block editor writes <p> and <br>.
    reader = _Reader(breaks="<!-- wp:" not in content)
    reader.feed(closed(COMMENT.sub("", content.replace("\r\n", "\n"))))
    reader.close()
    reader.end_line()
    return reader.lines


def closed(text: str) -> str:
    """Without what only begins a comment or a tag: the parser would look for its end for ever."""
    return UNCLOSED.sub("&lt;", text)


class _Reader(HTMLParser):
    def __init__(self, *, breaks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._breaks = breaks
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._bold: str | None = None
        self._kind = "line"
        self._unseen = self._in_bold = 0
        self._cells: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self.end_line(keeps_kind=True)
        elif tag in HEADINGS or tag in LINES:
            self.end_line()
            self._kind = "heading" if tag in HEADINGS else KINDS.get(tag, "line")
            if tag == "tr":
                self._cells = []
        elif tag in BOLD:
            self._in_bold += 1
        elif tag == "img":
            self._add_picture(said)
        elif tag in ("a", "iframe", "embed"):
            self._add_link(said.get("href") or said.get("src", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th") and self._cells is not None:
            self._cells.append(self._take())
        elif tag == "tr" and self._cells is not None:
            cells, self._cells = self._cells, None
            if any(cells):
                self.lines.append(Line("row", " ".join(cells), cells=cells))
        elif tag in BOLD:
            self._in_bold = max(0, self._in_bold - 1)
            if self._bold is None:
                self._bold = one_line("".join(self._text))
        elif tag in HEADINGS or tag in LINES:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        for place, part in enumerate(data.split("\n")):
            if place and self._breaks:
                self.end_line(keeps_kind=True)
            self._text.append(f" {part}" if place else part)
            # Text before the first bold word: the line does not begin with it.
            if part.strip() and self._bold is None and not self._in_bold:
                self._bold = ""

    def end_line(self, *, keeps_kind: bool = False) -> None:
        if self._cells is not None:
            self._text.append(" ")
            return
        bold, kind = self._bold or "", self._kind
        text = self._take()
        if text:
            self.lines.append(Line(kind, text, bold=bold))
        if not keeps_kind:
            self._kind = "line"

    def _take(self) -> str:
        text = one_line(SHORTCODE.sub("", "".join(self._text)))[:LONGEST_LINE]
        self._text, self._bold = [], None
        return text

    def _add_picture(self, said: dict[str, str]) -> None:
        found = PICTURE_CLASS.search(said.get("class", ""))
        number = found[1] if found else said.get("data-id", "")
        self.lines.append(
            Line(
                "picture",
                one_line(said.get("alt", "")),
                address=said.get("data-full-url") or said.get("src", ""),
                number=int(number) if number.isdecimal() and len(number) < 19 else 0,
            )
        )

    def _add_link(self, address: str) -> None:
        if address.startswith(("http://", "https://")):
            self.lines.append(Line("link", address=address))
