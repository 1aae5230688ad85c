"""A small drawing beside each name, which tells one Hana from the other and nothing else.

It follows from the name and from what cannot be typed: the browser that posted, or the address
once it is verified. Drawn from the address as it was typed, it would tell anybody who replies
under a name and a guessed address whether the guess was right.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from comments.addresses import keyed_hash
from comments.models import Reply

HUES = 12
FIGURES = 6
MARKS = 2


class Avatar(NamedTuple):
    """One of 72 drawings, as static/css/avatars.css draws them, under its initial."""

    initial: str
    hue: int
    figure: int


def avatar_of(reply: Reply) -> Avatar:
    """The same for one name of one author; of two names of his, nobody can tell."""
    author = reply.email_key if reply.verified_at else reply.browser_key
    seed = int(keyed_hash("avatar", f"{author}\0{reply.name}")[:8], 16)
    return Avatar(initial_of(reply.name), seed % HUES, seed // HUES % FIGURES)


def initial_of(name: str) -> str:
    """Its first letter or figure, with the marks on it; "" for a name without any."""
    letters = unicodedata.normalize("NFC", name)
    at = next((n for n, letter in enumerate(letters) if letter.isalnum()), None)
    if at is None:
        return ""
    capital = letters[at].upper()
    return (capital if len(capital) == 1 else letters[at]) + _marks(letters[at + 1 :])


def _marks(rest: str) -> str:
    found = ""
    for letter in rest[:MARKS]:
        if not unicodedata.category(letter).startswith("M"):
            break
        found += letter
    return found
