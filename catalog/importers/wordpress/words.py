"""The words by which sites name the parts and the facts of a drama, in some twenty languages.

They stand in words.tsv: a table, a key of it, and the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

PATH = Path(__file__).with_name("words.tsv")
SIGNS = re.compile(r"[\"'“”„‘’«»「」『』:：.…()\[\]]+")


def plain(text: str) -> str:
    """Without quotation marks, colons and capitals."""
    return " ".join(SIGNS.sub(" ", text).casefold().split())


def _read() -> dict[str, dict[str, str]]:
    """By table: the key of each word."""
    tables: dict[str, dict[str, str]] = defaultdict(dict)
    for line in PATH.read_text("utf-8").splitlines():
        table, key, words = line.split("\t")
        for word in words.split(", "):
            tables[table].setdefault(plain(word), key)
    return tables


_tables = _read()
SECTION_OF, FACT_OF = _tables["section"], _tables["fact"]
STATE_OF, KIND_OF = _tables["state"], _tables["kind"]
ABOUT = frozenset(word for word, key in SECTION_OF.items() if key == "about")


def section_of(heading: str, title: str) -> str:
    """Which part of a drama's page stands below the heading; empty when it does not say."""
    said, named = plain(heading), plain(title)
    if said in SECTION_OF and said not in ABOUT:
        return SECTION_OF[said]
    without = " ".join(said.replace(named, " ").split()) if named else said
    # "About" alone may be about anything; with the title it is about the drama.
    return SECTION_OF.get(without, "") if without != said or said == "about" else ""
