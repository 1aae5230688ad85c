"""The drawing: picture and words on a ground of the drama's own colours, as SVG."""

from __future__ import annotations

import base64
from dataclasses import replace
from xml.sax.saxutils import escape

from django.conf import settings

from catalog.artwork import Subject, backdrop_svg, poster_svg
from catalog.artwork.glyphs import is_right_to_left
from catalog.artwork.lines import Setting, set_text
from catalog.artwork.palettes import mixed
from catalog.artwork.poster import Design
from catalog.artwork.subject import suitable
from catalog.sharing.card import Card
from catalog.sharing.fonts import can_write, families

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
POSTER_WIDTH, POSTER_HEIGHT = 338, 507
INK = "#fdf8f0"
TOP, FOOT = 150, 560


def card_svg(card: Card, front: bytes | None, back: bytes | None) -> str:
    """``front`` and ``back`` are JPEGs: a poster or portrait, and what lies behind it all."""
    subject = _writable(card.subject)
    ground = mixed(Design.of(subject).palette.dark, "#0c0a0a", 0.45)
    has_front = bool(front) or card.has_poster
    measure = WIDTH - 2 * MARGIN - (POSTER_WIDTH + 48 if has_front else 0)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f"{_shade(ground)}{_behind(subject, back)}"
        f'<path fill="url(#shade)" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f"{_before(subject, front) if has_front else ''}"
        f'<g fill="{INK}">{_words(card, subject, measure)}</g></svg>'
    )


def _writable(subject: Subject) -> Subject:
    """Without what would be written in boxes."""
    title, native = suitable(subject.title), suitable(subject.native_title)
    return replace(
        subject,
        title=title if can_write(title) else "",
        native_title=native if native != title and can_write(native) else "",
    )


def _shade(ground: str) -> str:
    stops = ((0, 0.94), (0.5, 0.86), (1, 0.3))
    drawn = "".join(
        f'<stop offset="{at}" stop-color="{ground}" stop-opacity="{much}"/>' for at, much in stops
    )
    return f'<linearGradient id="shade">{drawn}</linearGradient>'


def _behind(subject: Subject, picture: bytes | None) -> str:
    if picture:
        return _photo(picture, 0, 0, WIDTH, HEIGHT)
    return _placed(backdrop_svg(subject), 0, 0, WIDTH, HEIGHT)


def _before(subject: Subject, picture: bytes | None) -> str:
    x, y = WIDTH - MARGIN - POSTER_WIDTH, (HEIGHT - POSTER_HEIGHT) // 2
    box = (x, y, POSTER_WIDTH, POSTER_HEIGHT)
    frame = (
        f'<rect x="{x - 6}" y="{y - 6}" width="{POSTER_WIDTH + 12}" height="{POSTER_HEIGHT + 12}" '
        f'fill="{INK}" fill-opacity=".16" rx="6"/>'
    )
    return frame + (_photo(picture, *box) if picture else _placed(poster_svg(subject), *box))


def _photo(jpeg: bytes, x: int, y: int, width: int, height: int) -> str:
    data = base64.b64encode(jpeg).decode()
    return (
        f'<image x="{x}" y="{y}" width="{width}" height="{height}" '
        f'preserveAspectRatio="xMidYMid slice" href="data:image/jpeg;base64,{data}"/>'
    )


def _placed(svg: str, x: int, y: int, width: int, height: int) -> str:
    """A drawing of ours within another: an inner one clips what reaches beyond it."""
    whole = svg.index(">")
    box = svg[svg.index('viewBox="') : whole].split('"')[1]
    return (
        f'<svg x="{x}" y="{y}" width="{width}" height="{height}" viewBox="{box}" '
        f'preserveAspectRatio="xMidYMid slice">{svg[whole + 1 :]}'
    )


def _words(card: Card, subject: Subject, measure: int) -> str:
    """The note above, the title in the middle with its native form, the site at the foot."""
    native = set_text(subject.native_title, measure, 120, 46) if subject.native_title else None
    room = FOOT - TOP - 70 - (native.height + 22 if native else 0)
    title = set_text(subject.title, measure, room, 102) if subject.title else None
    parts = [
        _line(card.note, MARGIN + 22, 27, 0.85),
        _line(settings.SITE_NAME, FOOT + 12, 27, 0.85),
    ]
    top: float = TOP
    if title:
        parts.append(_block(title, top, measure, "", ' font-weight="700"'))
        top += title.height + 26
    if native:
        parts.append(_block(native, top, measure, subject.native_language, ' fill-opacity=".9"'))
    return "".join(parts)


def _line(text: str, y: int, size: int, opacity: float) -> str:
    text = suitable(text)
    if not text or not can_write(text):
        return ""
    return (
        f'<text x="{MARGIN}" y="{y}" font-size="{size}" letter-spacing=".6" '
        f'font-family="{families("")}" fill-opacity="{opacity}">{escape(text)}</text>'
    )


def _block(setting: Setting, top: float, measure: int, language: str, attributes: str) -> str:
    turned = is_right_to_left(setting.lines[0])
    x, way = (MARGIN + measure, ' direction="rtl"') if turned else (MARGIN, "")
    step = setting.size * setting.leading
    spans = "".join(
        f'<tspan x="{x}" y="{top + setting.size * 0.8 + number * step:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(setting.lines)
    )
    tag = f' xml:lang="{language}"' if language else ""
    type_ = f'font-size="{setting.size}" font-family="{families(language)}"'
    return f"<text {type_}{way}{tag}{attributes}>{spans}</text>"
