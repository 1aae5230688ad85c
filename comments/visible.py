"""What a text amounts to for a reader's eye. Pure."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

# Letters by their category, blanks to the eye: Hangul fillers and the empty Braille cell.
BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
ADDRESS = re.compile(r"[^\s@<>\"(),;:]+@[^\s@<>\"(),;:]+\.[^\s@<>\"(),;:.]+")


def is_blank(text: str) -> bool:
    """Nothing but spaces, controls, zero-width and combining characters."""
    return not any(_shows(character) for character in text)


def has_control_characters(text: str, allowed: str = "") -> bool:
    return any(unicodedata.category(c) == "Cc" and c not in allowed for c in text)


def gives_away(text: str, address: str) -> bool:
    """Whether a text says an email address, also in another case, width or encoding."""
    return bool(address) and _folded(address) in _folded(unquote(text))


def has_email_address(text: str) -> bool:
    return ADDRESS.search(_folded(text)) is not None


def _shows(character: str) -> bool:
    category = unicodedata.category(character)
    return (
        category[0] not in "CZ"
        and category not in ("Mn", "Me")
        and (character not in BLANK_LETTERS)
    )


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if unicodedata.category(c) != "Cf")
