"""The opening of a synopsis."""

from __future__ import annotations

import re
from collections.abc import Iterator

LENGTH = 280
LONGEST = 300

# Behind a full stop with its quotes and a space; in Chinese and Japanese there is no space.
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=\S)|(?<=[。！？])(?=[^」』”）])")
# What ends with a full stop and no sentence: a title, an initial.
ABBREVIATION = re.compile(
    r"\b(?:Dr|Mrs?|Ms|Prof|St|Sr|Jr|Lt|Capt|Col|Gen|Sgt|Rev|vs|No|[A-Z])\.\s$"
)


# Of a whole line in brackets or between asterisks, or of a short one without a full stop.
HEADING = re.compile(r"\[.*\]|\*.*\*|(?!.*[.!?…。！？]).{1,60}")
# What lists and notes begin with.
MARKS = "~*•>- "
QUOTES = re.compile(r'["“”]')


def opening(text: str, length: int = LENGTH) -> str:
    """The first sentences, whole, up to ``length`` characters; at least one sentence.

    A first sentence of more than LONGEST characters is cut between words. A heading above
    the text, such as "[Part one]", is passed over.
    """
    paragraph = _first_paragraph(text)
    end = 0
    for stop in _sentence_ends(paragraph):
        if end and len(paragraph[:stop].rstrip()) > length:
            break
        end = stop
    return _cut(paragraph[:end].strip())


def _first_paragraph(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    prose = next((line for line in lines if not HEADING.fullmatch(line)), None)
    return (prose or "".join(lines[:1])).lstrip(MARKS)


def _sentence_ends(paragraph: str) -> Iterator[int]:
    for match in SENTENCE_END.finditer(paragraph):
        end = match.end()
        if not paragraph[end].islower() and not _ends_no_sentence(paragraph, end):
            yield end
    yield len(paragraph)


def _ends_no_sentence(paragraph: str, end: int) -> bool:
    """Behind a title or an initial, or within a quotation."""
    is_quoted = len(QUOTES.findall(paragraph, 0, end)) % 2 == 1
    return is_quoted or bool(ABBREVIATION.search(paragraph, max(0, end - 8), end))


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    head = sentence[: LONGEST - 1]
    words, space, _part = head.rpartition(" ")
    # Where words are not divided by spaces, any character may be the last.
    return (words if space and len(words) > LONGEST // 2 else head).rstrip(" ,;:") + "…"
