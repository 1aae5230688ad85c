"""The HTML of a comment as our light Markdown, which shows the same words. Pure.

What would lose or change a word is written as plain text instead: that is tried out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

import nh3

from comments.importers.html_tree import Node, tree_of
from dramasite import markup

INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
BLOCKS = ("paragraph", "blockquote", "pre", "list", "item")
MARKS = {"em": "*", "strong": "**", "s": "~~"}
# Only where it would mean something: most stars, bars and brackets are stars, bars and brackets.
MEANT = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~]|\Z)     # a backslash that would hide what comes next, or a line end
    | [*`]
    | (?<![^\W_])_ | _(?![^\W_])     # inside a word an underscore is one
    | ~(?=~) | (?<=~)~
    | \|(?=\|) | (?<=\|)\|           # a spoiler
    | \[(?=[^\]\n]*\]\() | \](?=\()
    | <(?=[A-Za-z]) | &(?=\#?\w+;)""",
    re.VERBOSE,
)
# It would open a quotation, a list or code.
OPENING = re.compile(r"^\s*(>|[+-](?=\s|$)|~~~)")
NUMBERED = re.compile(r"^(\s*\d{1,9})([.)](?:\s|$))")
WEB_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


def markdown_of(content: str) -> str:
    tree = tree_of(INVISIBLE.sub("", content))
    said = _Writer().blocks(tree)
    # So long a text is shown as it is: no mark in it means anything.
    if len(said) > markup.MAX_LENGTH:
        return _Writer(marks=False, escapes=False).blocks(tree)
    if _words(markup.render(said)) != _words_of(tree):
        return _Writer(marks=False).blocks(tree)
    return said


def _words(rendered: str) -> str:
    return "".join(html.unescape(nh3.clean(rendered, tags=set())).split())


def _words_of(node: Node) -> str:
    inside = "".join(map(_words_of, node.children))
    text = node.text if node.kind == "text" else ""
    return "".join((text + (f"“{inside}”" if node.kind == "q" else inside)).split())


@dataclass(frozen=True, slots=True)
class _Writer:
    """``marks``: bold, links and so on are said; ``escapes``: what looks like one is none."""

    marks: bool = True
    escapes: bool = True

    def blocks(self, node: Node) -> str:
        """Paragraphs, quotations, lists and code, with an empty line between two of them."""
        blocks: list[str] = []
        inline: list[Node] = []
        for child in node.children:
            if child.kind in BLOCKS:
                blocks += [self._paragraph(inline), self._block(child)]
                inline = []
            else:
                inline.append(child)
        blocks.append(self._paragraph(inline))
        return "\n\n".join(block for block in blocks if block)

    def _block(self, node: Node) -> str:
        if node.kind == "blockquote":
            inside = self.blocks(node)
            return "\n".join(f"> {line}".rstrip() for line in inside.split("\n")) if inside else ""
        if node.kind == "pre":
            return _fenced(_raw(node).strip("\n"))
        return self._list(node) if node.kind == "list" else self.blocks(node)

    def _list(self, node: Node) -> str:
        items = [child for child in node.children if child.kind == "item"]
        lines = []
        for number, item in enumerate(items, node.start):
            mark = f"{number}. " if node.start else "- "
            inside = self.blocks(item).replace("\n\n", "\n")
            lines.append(mark + inside.replace("\n", "\n" + " " * len(mark)))
        # What stands in a list without being an item of it is not lost.
        beside = Node("root", children=[child for child in node.children if child.kind != "item"])
        return "\n\n".join(filter(None, ["\n".join(lines), self.blocks(beside)]))

    def _paragraph(self, nodes: Iterable[Node]) -> str:
        text = "".join(map(self._inline, nodes))
        lines = [self._line(line.strip()) for line in text.split("\n")]
        return "\n".join(lines).strip("\n")

    def _line(self, line: str) -> str:
        if not self.escapes:
            return line
        if NUMBERED.match(line):
            return NUMBERED.sub(r"\1\\\2", line)
        return f"\\{line}" if OPENING.match(line) else line

    def _inline(self, node: Node) -> str:
        if node.kind == "text":
            return _escaped(node.text) if self.escapes else node.text
        if node.kind == "line":
            return "\n"
        if node.kind == "code" and self.marks:
            return _code(_raw(node))
        inside = "".join(map(self._inline, _without_blocks(node)))
        if node.kind == "q":
            return f"“{inside}”"
        if node.kind == "a":
            return self._link(node, inside)
        return _marked(MARKS.get(node.kind, ""), inside) if self.marks else inside

    def _link(self, node: Node, inside: str) -> str:
        address, words = node.text.strip(), _raw(node).strip()
        if not WEB_ADDRESS.fullmatch(address) or not words:
            return inside
        if words == address:
            return address
        safe = address.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")
        return f"[{' '.join(inside.split())}]({safe})" if self.marks else inside


def _without_blocks(node: Node) -> list[Node]:
    """What may stand inside a paragraph: a block in bold is bold, and no block."""
    return [Node("line") if child.kind == "paragraph" else child for child in node.children]


def _marked(mark: str, inside: str) -> str:
    """Spaces stand outside of the marks, and the end of a line ends them."""
    lines = []
    for line in inside.split("\n"):
        words = line.strip()
        before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
        lines.append(f"{before}{mark}{words}{mark}{after}" if words else line)
    return "\n".join(lines)


def _fenced(code: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}" if code.strip() else ""


def _code(text: str) -> str:
    text = " ".join(text.split("\n"))
    if not text.strip():
        return text
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    ticks = "`" * (longest + 1)
    return f"{ticks} {text} {ticks}" if "`" in text else f"{ticks}{text}{ticks}"


def _raw(node: Node) -> str:
    """Its words as they are."""
    if node.kind == "text":
        return node.text
    return "\n" if node.kind == "line" else "".join(map(_raw, node.children))


def _escaped(text: str) -> str:
    """Addresses stay as they are: they become links, and a backslash would lead elsewhere."""
    parts, end = [], 0
    for found in WEB_ADDRESS.finditer(text):
        parts += [MEANT.sub(_hidden, text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, MEANT.sub(_hidden, text[end:])])


def _hidden(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
