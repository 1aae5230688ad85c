"""Names in plain text, where no markup keeps their direction to themselves. Pure."""

from __future__ import annotations

import unicodedata

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}


def isolated(text: str) -> str:
    """With isolates around it (UAX #9), where there is anything to isolate."""
    if any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text


def one_line(text: str) -> str:
    """For a header."""
    return " ".join(text.split())
