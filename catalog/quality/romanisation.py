"""Long vowels that are written in two ways beside one another: "Ryo" and "Ryô"."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from catalog.quality.facts import DramaFacts
from catalog.quality.rule import Found, warning
from catalog.quality.surroundings import Surroundings

MACRONS, CIRCUMFLEXES = set("āīūēō"), set("âîûêô")
LONG = MACRONS | CIRCUMFLEXES


def mixed_names(drama: DramaFacts, around: Surroundings) -> Found | None:
    names = list(dict.fromkeys(credit.name for credit in drama.credits))
    if pair := _written_twice(names) or _with_both_marks(names):
        return {"first": pair[0], "second": pair[1]}
    return None


def mixed_title(drama: DramaFacts, around: Surroundings) -> Found | None:
    letters = _letters(drama.title)
    is_mixed = letters & MACRONS and letters & CIRCUMFLEXES
    spelled = drama.title.casefold()
    is_half = letters & LONG and ("ou" in spelled or "uu" in spelled)
    return {"title": drama.title} if is_mixed or is_half else None


def _written_twice(names: list[str]) -> tuple[str, str] | None:
    """Two names that have a word in common but for a mark on a long vowel."""
    seen: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name in names:
        for word in unicodedata.normalize("NFC", name.casefold()).split():
            seen[_short(word)].setdefault(word, name)
    for spellings in seen.values():
        if len(spellings) > 1 and any(set(word) & LONG for word in spellings):
            first, second, *_more = spellings.values()
            return first, second
    return None


def _with_both_marks(names: list[str]) -> tuple[str, str] | None:
    macron = next((name for name in names if _letters(name) & MACRONS), None)
    circumflex = next((name for name in names if _letters(name) & CIRCUMFLEXES), None)
    return (macron, circumflex) if macron and circumflex else None


def _letters(text: str) -> set[str]:
    return set(unicodedata.normalize("NFC", text.casefold()))


def _short(word: str) -> str:
    """Without marks; "ou" and "uu" stay what they are, since they may be no long vowel."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


RULES = (
    warning(
        "mixed-romanisation",
        _("Two ways to write the same sound: “%(first)s” and “%(second)s”."),
        "credits-group",
        mixed_names,
    ),
    warning(
        "mixed-romanisation-of-the-title",
        _("The title writes long vowels in two ways: “%(title)s”."),
        "id_title",
        mixed_title,
    ),
)
