"""The fonts of what we draw ourselves, where no browser brings its own.

One for Latin, Greek and Cyrillic comes along as a package. Other scripts are written when
the machine has a font for them, such as those of Debian's fonts-noto-cjk and fonts-noto-core.
"""

from __future__ import annotations

import io
import unicodedata
from functools import lru_cache
from pathlib import Path

import font_source_serif_pro
import resvg_py
from PIL import Image

FAMILY = "Source Serif Pro"
FOLDER = Path(font_source_serif_pro.__file__).parent / "files"
FILES = [str(FOLDER / f"SourceSerifPro-{weight}.ttf") for weight in ("Regular", "Semibold", "Bold")]
# Which shapes the signs have that several languages share.
HAN = {"ja": "JP", "ko": "KR", "zh": "SC", "zh-TW": "TC", "zh-Hant": "TC", "zh-HK": "HK"}
NONCHARACTER = "\U0010fffd"
CELL = 24


def families(language: str) -> str:
    """As the attribute ``font-family`` says it, for text in a language (BCP 47)."""
    region = HAN.get(language) or HAN.get(language.partition("-")[0], "JP")
    cjk = f"'Noto Serif CJK {region}','Noto Sans CJK {region}'"
    return f"'{FAMILY}',{cjk},'Noto Serif Thai','Noto Sans Thai',serif"


def rendered(svg: str) -> bytes:
    """A PNG. Raises ValueError for what is no SVG."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, font_files=FILES, serif_family=FAMILY, sans_serif_family=FAMILY
        )
    )


@lru_cache(maxsize=1024)
def can_write(text: str) -> bool:
    """Whether every sign of it has a shape here, and none would be a box."""
    # Of ASCII our own font has everything; to ask costs half a second.
    signs = sorted({sign for sign in text if not sign.isascii() and _stands_alone(sign)})
    if not signs:
        return True
    cells = "".join(
        f'<text x="{CELL * place + 4}" y="18">&#{ord(sign)};</text>'
        for place, sign in enumerate([NONCHARACTER, *signs])
    )
    width = CELL * (len(signs) + 1)
    png = rendered(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{CELL}" '
        f'font-family="{families("")}" font-size="15">{cells}</svg>'
    )
    return _none_is_like_the_first(Image.open(io.BytesIO(png)).getchannel("A"))


def _stands_alone(sign: str) -> bool:
    """Marks and joiners take their shape from what they stand with."""
    category = unicodedata.category(sign)
    return not sign.isspace() and category[0] != "M" and category not in ("Cc", "Cf", "Cs")


def _none_is_like_the_first(strip: Image.Image) -> bool:
    cells = [
        strip.crop((left, 0, left + CELL, CELL)).tobytes() for left in range(0, strip.width, CELL)
    ]
    return cells[0] not in cells[1:]
