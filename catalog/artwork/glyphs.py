"""How much room text takes, estimated: the fonts of the reader are not known here.

The estimates lie on the wide side of the common fonts in bold, so that nothing is cut off.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# In em. Letters that are not named take the width of their kind.
SINGLE_WIDTHS = {
    **dict.fromkeys("iljI.,:;'!|’‘·", 0.40),
    **dict.fromkeys('ftr()[]-/\\"*“”', 0.50),
    **dict.fromkeys("mw", 1.0),
    **dict.fromkeys("MW@%—…", 1.16),
    **dict.fromkeys("OQGDHNU&", 0.88),
    " ": 0.36,
}
DIGIT, LOWER, UPPER, WIDE, THAI, OTHER, SYMBOL = 0.70, 0.68, 0.80, 1.02, 0.70, 0.82, 1.3


@lru_cache(maxsize=4096)
def glyph_width(character: str) -> float:
    """In em."""
    if character in SINGLE_WIDTHS:
        return SINGLE_WIDTHS[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return WIDE if category[0] == "L" or category[0] == "P" else SYMBOL
    if category[0] == "L" and ord(character) < 0x530:
        return UPPER if category == "Lu" else LOWER
    if "\u0e00" <= character <= "\u0eff":
        return THAI
    if category[0] == "N":
        return DIGIT
    return OTHER if category[0] in "LMPZ" else SYMBOL


def text_width(text: str) -> float:
    """In em."""
    return sum(map(glyph_width, text))


def is_right_to_left(text: str) -> bool:
    """Whether its first letter with a direction runs from the right."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d for d in directions if d in ("L", "R", "AL")), "L") != "L"
