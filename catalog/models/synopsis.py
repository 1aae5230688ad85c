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


def opening(text: str, length: int = LENGTH) -> str:
    """The first sentences, whole, up to ``length`` characters; at least one sentence.

    A first sentence of more than LONGEST characters is cut between words.
    """
    paragraph = text.strip().partition("\n")[0].strip()
    end = 0
    for stop in _sentence_ends(paragraph):
        if end and len(paragraph[:stop].rstrip()) > length:
            break
        end = stop
    return _cut(paragraph[:end].strip())


def _sentence_ends(paragraph: str) -> Iterator[int]:
    for match in SENTENCE_END.finditer(paragraph):
        end = match.end()
        if not paragraph[end].islower() and not ABBREVIATION.search(
            paragraph, max(0, end - 8), end
        ):
            yield end
    yield len(paragraph)


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    head = sentence[: LONGEST - 1]
    words, space, _part = head.rpartition(" ")
    # Where words are not divided by spaces, any character may be the last.
    return (words if space and len(words) > LONGEST // 2 else head).rstrip(" ,;:") + "…"
