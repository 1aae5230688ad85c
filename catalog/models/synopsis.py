"""The opening of a synopsis."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=\S)|(?<=[。！？])[」』]*")
LENGTH = 280


def opening(text: str, length: int = LENGTH) -> str:
    """The first sentences, whole, up to ``length`` characters; at least one sentence."""
    paragraph = text.strip().partition("\n")[0].strip()
    end = 0
    for stop in [*(m.end() for m in SENTENCE_END.finditer(paragraph)), len(paragraph)]:
        if end and stop > length:
            break
        end = stop
    return paragraph[:end].strip()
