"""A poster made of a title, two lines of small type and one motif."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape

from catalog.artwork.dice import Dice
from catalog.artwork.glyphs import is_right_to_left, text_width
from catalog.artwork.lines import UNSPACED, Setting, set_text
from catalog.artwork.motifs import MOTIFS, Motif
from catalog.artwork.palettes import PALETTES, Palette
from catalog.artwork.subject import Subject, suitable

WIDTH, HEIGHT, MARGIN = 400, 600, 32
MEASURE = WIDTH - 2 * MARGIN
# A sign has its top at about this part of its size above the baseline.
ASCENT = 0.8
SMALL = 17

SERIF = "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,'Noto Serif',serif"
SANS = "'Helvetica Neue',Helvetica,Arial,'Noto Sans',sans-serif"


class Face(NamedTuple):
    family: str
    weight: int
    capitals: bool


FACES = (Face(SERIF, 700, False), Face(SANS, 800, True), Face(SANS, 800, False))


@dataclass(frozen=True, slots=True)
class Design:
    """What chance has chosen for a title."""

    palette: Palette
    motif: Motif
    layout: str
    face: Face
    centred: bool
    dice: Dice

    @classmethod
    def of(cls, subject: Subject) -> Design:
        dice = Dice(f"{subject.title}\0{subject.year}")
        palette, motif = dice.pick(PALETTES), dice.pick(MOTIFS)
        layout, face = dice.pick(list(DRAWN)), dice.pick(FACES)
        return cls(palette, motif, layout, face, dice.fraction() < 0.3, dice)


def poster_svg(subject: Subject) -> str:
    """An SVG document, 2 by 3, that needs nothing from elsewhere."""
    design = Design.of(subject)
    block = _Block.of(subject, design)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}"><title>{escape(suitable(subject.title))}</title>'
        f'<path fill="{design.palette.ground}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f"{DRAWN[design.layout](design, block)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """The title, with the native title and the year beneath it."""

    subject: Subject
    design: Design
    title: Setting
    native: Setting | None

    @classmethod
    def of(cls, subject: Subject, design: Design) -> _Block:
        title = suitable(subject.title) or "·"
        if design.face.capitals and title.isascii() and len(title) <= 24:
            title = title.upper()
        native = suitable(subject.native_title)
        small = set_text(native, MEASURE - 56, 46, SMALL) if native else None
        if native == suitable(subject.title):
            small = None
        room, largest = (380, 270) if design.layout == "type" else (236, _largest(title))
        return cls(subject, design, set_text(title, MEASURE, room, largest), small)

    @property
    def height(self) -> int:
        return self.title.height + 14 + max(self.native.height if self.native else 0, SMALL + 5)

    def drawn(self, top: float) -> str:
        """With the top of its capitals at ``top``."""
        below = top + self.title.height + 14
        face = self.design.face
        parts = [
            f'<g fill="{self.design.palette.ink}" font-family="{face.family}">',
            _text(self.title, top, self.design.centred, f' font-weight="{face.weight}"'),
        ]
        if self.native:
            language = self.subject.native_language
            tag = f' lang="{language}"' if language else ""
            parts.append(_text(self.native, below, self.design.centred, tag))
        if self.subject.year and not (self.design.centred and self.native):
            parts.append(self._year(below))
        return "".join([*parts, "</g>"])

    def _year(self, top: float) -> str:
        middle = self.design.centred
        first = self.native.lines[0] if self.native else ""
        left = is_right_to_left(first) or not first
        x, anchor = (WIDTH / 2, "middle") if middle else (MARGIN, "start")
        if not (middle or left):
            x, anchor = WIDTH - MARGIN, "end"
        return (
            f'<text x="{x:.0f}" y="{top + SMALL * ASCENT:.0f}" text-anchor="{anchor}" '
            f'font-size="{SMALL}" letter-spacing="1">{escape(self.subject.year)}</text>'
        )


def _largest(title: str) -> int:
    """A single short word may shout; a sentence should not."""
    if UNSPACED.search(title):
        return 102
    return 132 if text_width(title) < 4 else 90


def _text(setting: Setting, top: float, centred: bool, attributes: str) -> str:
    rtl = is_right_to_left(setting.lines[0])
    x, anchor = (WIDTH - MARGIN if rtl else MARGIN), "start"
    if centred:
        x, anchor = WIDTH // 2, "middle"
    turned = ' direction="rtl"' if rtl else ""
    step = setting.size * setting.leading
    # The first line has its leading above it only where marks may stand there.
    first = top + setting.size * (ASCENT + (setting.leading - 1.08) / 2)
    spans = "".join(
        f'<tspan x="{x}" y="{first + number * step:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(setting.lines)
    )
    type_ = f'font-size="{setting.size}" text-anchor="{anchor}"{turned}{attributes}'
    return f"<text {type_}>{spans}</text>"


def _art(design: Design, x: int, y: int, width: int, height: int) -> str:
    # An inner drawing clips what reaches beyond it.
    shapes = design.motif(design.dice, design.palette, width, height)
    return f'<svg x="{x}" y="{y}" width="{width}" height="{height}">{shapes}</svg>'


def _foot(design: Design, block: _Block) -> str:
    top = HEIGHT - MARGIN - block.height
    return _art(design, 0, 0, WIDTH, top - 26) + block.drawn(top)


def _head(design: Design, block: _Block) -> str:
    foot = MARGIN + block.height + 22
    return block.drawn(MARGIN) + _art(design, 0, foot, WIDTH, HEIGHT - foot)


def _window(design: Design, block: _Block) -> str:
    top = HEIGHT - MARGIN - block.height
    return _art(design, MARGIN, MARGIN, MEASURE, top - MARGIN - 24) + block.drawn(top)


def _band(design: Design, block: _Block) -> str:
    """A paper band around the picture, as around a book."""
    thickness = block.height + 48
    top = min(340, HEIGHT - 70 - thickness)
    band = f'<path fill="{design.palette.ground}" d="M0 {top}h{WIDTH}v{thickness}H0z"/>'
    return _art(design, 0, 0, WIDTH, HEIGHT) + band + block.drawn(top + 24)


def _type(design: Design, block: _Block) -> str:
    """Almost nothing but the title, over a strip of the motif."""
    top = MARGIN + 22
    if block.title.height < 200:
        return _foot(design, block)
    foot = max(HEIGHT - 170, top + block.height + 24)
    rule = f'<path fill="{design.palette.ink}" d="M{MARGIN} {MARGIN}h{MEASURE}v5h-{MEASURE}z"/>'
    return rule + block.drawn(top) + _art(design, 0, foot, WIDTH, HEIGHT - foot)


DRAWN: dict[str, Callable[[Design, _Block], str]] = {
    "foot": _foot,
    "head": _head,
    "window": _window,
    "band": _band,
    "type": _type,
}
