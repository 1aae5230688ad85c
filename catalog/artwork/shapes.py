"""The few elements of SVG that drawings are made of. Coordinates are rounded, for size."""

from __future__ import annotations

from collections.abc import Iterable


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<path fill="{fill}" d="M{x:.0f} {y:.0f}h{width:.0f}v{height:.0f}h{-width:.0f}z"/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{fill}"/>'


def path(data: str, fill: str) -> str:
    return f'<path fill="{fill}" d="{data}"/>'


def strokes(data: str, colour: str, width: float, cap: str = "") -> str:
    end = f' stroke-linecap="{cap}"' if cap else ""
    return f'<path fill="none" stroke="{colour}" stroke-width="{width:g}"{end} d="{data}"/>'


def points(pairs: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in pairs)
