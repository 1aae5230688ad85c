"""Which language a text is in, where its script alone tells."""

from __future__ import annotations

import re

# Scripts that one language alone uses, or nearly so. Han, Latin, Cyrillic, Arabic and
# Devanagari are shared by several: a text in them alone gets no language.
TELLTALE = {
    "ja": "\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d",
    "ko": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "th": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u05d0-\u05ea",
    "hy": "\u0531-\u0556\u0561-\u0587",
    "ka": "\u10a0-\u10ff",
    "km": "\u1780-\u17d3",
    "lo": "\u0e81-\u0edf",
    "my": "\u1000-\u109f",
    "si": "\u0d80-\u0ddf",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
}
LETTERS = {language: re.compile(f"[{characters}]") for language, characters in TELLTALE.items()}
ANY_TELLTALE = re.compile("[" + "".join(TELLTALE.values()) + "]")
# A Greek letter in "Love & π" is a sign, not a language.
FEWEST_LETTERS = {"el": 3}
ANY_CYRILLIC_OR_ARABIC = re.compile("[\u0400-\u04ff\u0600-\u06ff\u0900-\u097f]")


def language_of_script(text: str) -> str:
    """A BCP 47 tag, or empty when the script does not tell."""
    if not ANY_TELLTALE.search(text) or ANY_CYRILLIC_OR_ARABIC.search(text):
        return ""
    found = [language for language, letters in LETTERS.items() if _shows(text, language, letters)]
    return found[0] if len(found) == 1 else ""


def _shows(text: str, language: str, letters: re.Pattern[str]) -> bool:
    return len(letters.findall(text)) >= FEWEST_LETTERS.get(language, 1)
