"""A drama's page as its author laid it out: its parts, and the facts among them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from catalog.importers.wordpress.blocks import Line, lines_of
from catalog.importers.wordpress.words import FACT_OF, plain, section_of

# "Release Date: 2005-10-11", "Network – Fuji TV"
PAIR = re.compile(r"^(?P<term>[^:：]{1,40}?)\s*[:：]\s*(?P<value>\S.*)$", re.DOTALL)
WITH_FACTS = ("details", "listing", "", "cast")
ENOUGH_FACTS = 3


@dataclass(slots=True)
class Layout:
    """``texts`` are paragraphs by section ("" before the first heading); ``others`` those of
    sections that no table knows, by their headings; ``unread`` are terms that none knows."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    others: dict[str, list[str]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    pictures: list[Line] = field(default_factory=list)
    links: dict[str, list[Line]] = field(default_factory=dict)

    @property
    def is_of_a_drama(self) -> bool:
        """Facts alone may tell it, or some of them below a heading for the story."""
        enough = 1 if self.texts.get("synopsis") else ENOUGH_FACTS
        telling = self.facts.keys() - {"title", "watch", "tags", "status", "language"}
        return len(telling) >= enough


def layout_of(content: str, title: str) -> Layout:
    layout, section, other = Layout(), "", ""
    waiting: list[Line] = []
    for line in lines_of(content):
        heading = _heading(line, title)
        if heading is None:
            waiting.append(line)
            continue
        _put(layout, section, other, waiting)
        section, other = heading
        waiting = []
        if section == "end":
            break
    _put(layout, section, other, waiting)
    return layout


def _heading(line: Line, title: str) -> tuple[str, str] | None:
    """Its section, or else its own words; None for what is no heading."""
    if line.kind == "heading":
        if plain(line.text) == plain(title):
            return "", ""
        section = section_of(line.text, title)
        return section, "" if section else line.text
    is_bold = line.kind == "line" and line.bold == line.text
    section = section_of(line.text, title) if is_bold and len(line.text) < 120 else ""
    # "Cast:" in bold is a term of a list as well; a list has more than one.
    return (section, "") if section and not line.text.endswith((":", "：")) else None


def _put(layout: Layout, section: str, other: str, lines: list[Line]) -> None:
    if section == "end":
        return
    rest = list(_without_facts(layout, lines)) if section in WITH_FACTS and not other else lines
    for line in rest:
        if line.kind == "picture":
            layout.pictures.append(line)
        elif line.kind == "link":
            layout.links.setdefault(section, []).append(line)
        elif line.kind != "caption":
            where = layout.others if other else layout.texts
            where.setdefault(other or section, []).append(line.text)


def _without_facts(layout: Layout, lines: Iterable[Line]) -> Iterator[Line]:
    """Notes the facts, and yields what is none."""
    term = ""
    for line in lines:
        if line.kind in ("picture", "link", "caption"):
            yield line
            continue
        pair = _pair(line, term)
        if pair:
            _note(layout, *pair)
            term = pair[0] if line.kind == "value" else ""
        elif line.kind == "term" or (line.kind != "value" and _is_term(line.text)):
            term = line.text
        else:
            term = ""
            yield line


def _pair(line: Line, term: str) -> tuple[str, str] | None:
    if line.kind == "row" and len(line.cells) >= 2:
        return line.cells[0], " ".join(filter(None, line.cells[1:]))
    found = PAIR.match(line.text) if line.kind not in ("term", "value") else None
    if found and (_is_term(found["term"]) or plain(found["term"]) == plain(line.bold)):
        return found["term"], found["value"]
    if line.bold and _is_term(line.bold) and line.bold != line.text and line.kind != "value":
        return line.bold, line.text[len(line.bold) :].lstrip(" :：-–—")
    return (term, line.text) if term and line.kind != "term" else None


def _is_term(text: str) -> bool:
    return len(text) <= 40 and plain(text) in FACT_OF


def _note(layout: Layout, term: str, value: str) -> None:
    known = FACT_OF.get(plain(term))
    if known is None:
        layout.unread.setdefault(term, value)
    elif known in layout.facts:
        # Several values of one term.
        layout.facts[known] += f", {value}"
    else:
        layout.facts[known] = value
