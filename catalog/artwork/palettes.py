"""Colours that go together. Ink on ground has a contrast of at least 4.5 to 1."""

from __future__ import annotations

from typing import NamedTuple


def rgb(colour: str) -> tuple[int, int, int]:
    """Of a colour given as #rrggbb."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def mixed(one: str, other: str, share: float) -> str:
    """With that share (0 to 1) of the other colour."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = (value / 255 for value in rgb(colour))
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class Palette(NamedTuple):
    """Ground and the ink upon it; a stands out, b lies close to the ground, c is between."""

    ground: str
    ink: str
    a: str
    b: str
    c: str

    @property
    def dark(self) -> str:
        return min(self.ground, self.ink, key=luminance)


PALETTES = (
    Palette("#f3e9dc", "#2b1d16", "#d9532c", "#eccfae", "#7a2e1d"),  # persimmon
    Palette("#171d3f", "#f4ead2", "#e8b04a", "#39458a", "#c8553d"),  # night train
    Palette("#e3ebdf", "#1f3a34", "#e08d3c", "#a9c9b3", "#3f7d6b"),  # celadon
    Palette("#35193b", "#f8e6d9", "#f0a97f", "#6b366b", "#cf5c7e"),  # plum
    Palette("#bf2c1b", "#fff3e2", "#f6c659", "#8a1a12", "#f3d8b8"),  # lacquer
    Palette("#0d3846", "#f3ecda", "#ecc765", "#1f6575", "#83c5bb"),  # harbour
    Palette("#f8e1e1", "#581a33", "#d3486c", "#f0b3bd", "#fffaf4"),  # blossom
    Palette("#e9b643", "#2a1f10", "#9c3d13", "#f5d78a", "#35574a"),  # mustard
    Palette("#eceae4", "#17191c", "#c4321f", "#c3c0b8", "#2b3036"),  # ink and seal
    Palette("#143126", "#f1ebd5", "#e0ae4f", "#2c6149", "#93bb91"),  # cedar
    Palette("#2145b0", "#fff5e5", "#ffba52", "#17307e", "#eef0f2"),  # cobalt
    Palette("#9f4029", "#fff3e6", "#f4cda6", "#78301f", "#1f3f4d"),  # terracotta
    Palette("#ddd7ee", "#2a2150", "#f0876f", "#b6a8de", "#6454a4"),  # wisteria
    Palette("#19191d", "#f5f2ec", "#ff5b3d", "#3a3a44", "#f0c43a"),  # neon
    Palette("#cfe7da", "#12383a", "#ef7d4f", "#f7f3e2", "#1f7a74"),  # mint
    Palette("#55202f", "#f9eee4", "#eebd7c", "#83384a", "#dc8d72"),  # pomegranate
    Palette("#c3dcea", "#14304a", "#e5623f", "#f8f4ea", "#2f6690"),  # winter sky
    Palette("#4c5330", "#f9f4e1", "#dfca63", "#363c20", "#cf7440"),  # olive
    Palette("#f6f1e6", "#0e3a5c", "#1d6fa5", "#bcd6e2", "#f0b429"),  # porcelain
    Palette("#2a3440", "#f3efe6", "#9cc3c9", "#46566a", "#e9826b"),  # rain
)
