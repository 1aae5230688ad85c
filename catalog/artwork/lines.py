"""Text set in lines that fit a box, as large as they can be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from catalog.artwork.glyphs import glyph_width, text_width

READABLE = 34
SIZES = (
    270,
    240,
    210,
    180,
    155,
    132,
    116,
    102,
    90,
    80,
    72,
    64,
    57,
    51,
    46,
    41,
    37,
    33,
    30,
    27,
    24,
    21,
    19,
    17,
    15,
)
# Writing without spaces, in which a line may end after any sign.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
# Signs that must not begin a line, and signs that must not end one.
NOT_FIRST = frozenset(
    "、。，．・：；？！」』）】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…,.!?)]:;~～\"'’”ะาำๆฯ"
)
NOT_LAST = frozenset("「『（【〈《([“‘เแโใไເແໂໃໄ")
LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of text at a size in units of the drawing."""

    lines: tuple[str, ...]
    size: int
    leading: float

    @property
    def height(self) -> int:
        return round(self.size * self.leading * len(self.lines))


def set_text(text: str, width: float, height: float, largest: int = 132) -> Setting:
    """The largest setting that fits; words are broken only where no size spares them."""
    # A word that would not fit at a size that can be read is cut.
    pieces = _broken(_pieces(text), width / READABLE)
    leading = 1.3 if UNSPACED.search(text) or not text.isascii() else 1.08
    sizes = [size for size in SIZES if size <= largest]
    for size in sizes:
        setting = Setting(tuple(_balanced(pieces, width / size)), size, leading)
        fits = all(text_width(line) * size <= width for line in setting.lines)
        if fits and setting.height <= height and not _limps(setting.lines):
            return setting
    return _cut_short(pieces, width, height, Setting((), sizes[-1], leading))


def _limps(lines: tuple[str, ...]) -> bool:
    """Whether a line within is far shorter than the others."""
    widths = [text_width(line) for line in lines]
    return len(lines) > 2 and min(widths) < 0.4 * max(widths)


def _cut_short(pieces: list[str], width: float, height: float, setting: Setting) -> Setting:
    """As many lines as there is room for, and an ellipsis."""
    room = max(1, int(height / (setting.size * setting.leading)))
    lines = _wrapped(_broken(pieces, width / setting.size), width / setting.size)
    if len(lines) > room:
        lines = [*lines[: room - 1], lines[room - 1][:-2] + "…"]
    return replace(setting, lines=tuple(lines))


def _pieces(text: str) -> list[str]:
    """What a line consists of whole: words, or single signs where there are no spaces."""
    pieces: list[str] = []
    for word in re.findall(r"\s*\S+", text):
        start = 0
        for at in range(1, len(word)):
            if _may_break(word, at):
                pieces.append(word[start:at])
                start = at
        pieces.append(word[start:])
    return pieces


def _may_break(word: str, at: int) -> bool:
    before, after = word[at - 1], word[at]
    if before in "-–—/" and before.strip() and after.isalnum() and at > 2:
        return True
    if before.isspace() or before in NOT_LAST or after in NOT_FIRST:
        return False
    if unicodedata.category(after) in ("Mn", "Mc", "Cf"):
        return False
    if "\u0e00" <= after <= "\u0eff":
        # Words of Thai and Lao cannot be told apart without a dictionary; these begin a syllable.
        return after in LEADING_VOWELS
    return bool(UNSPACED.match(before) and UNSPACED.match(after))


def _wrapped(pieces: list[str], width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and text_width((line + piece).strip()) > width:
            lines.append(line.strip())
            line = ""
        line += piece
    return [*lines, line.strip()] if line.strip() else lines


def _balanced(pieces: list[str], width: float) -> list[str]:
    """As many lines as need be, and these of about the same length."""
    lines = _wrapped(pieces, width)
    low, high = width * 0.4, width
    for _step in range(6):
        middle = (low + high) / 2
        narrower = _wrapped(pieces, middle)
        if len(narrower) <= len(lines) and max(map(text_width, narrower)) <= middle:
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def _broken(pieces: list[str], width: float) -> list[str]:
    """Pieces that are too wide for a line, cut into such as are not."""
    parts: list[str] = []
    for piece in pieces:
        part = ""
        for character in piece:
            # A mark stays with the letter that carries it.
            if part and glyph_width(character) and text_width(part + character) > width:
                parts.append(part)
                part = ""
            part += character
        parts.append(part)
    return parts
