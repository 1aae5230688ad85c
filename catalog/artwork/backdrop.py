"""A wide landscape in the colours of the poster, without words."""

from __future__ import annotations

import math
from collections.abc import Callable

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import Palette, mixed
from catalog.artwork.poster import Design
from catalog.artwork.shapes import circle, path, points, rect
from catalog.artwork.subject import Subject

WIDTH, HEIGHT = 1680, 720


def backdrop_svg(subject: Subject) -> str:
    """An SVG document, 21 by 9."""
    design = Design.of(subject)
    dice, p = design.dice, design.palette
    x, y = WIDTH * (0.35 + 0.5 * dice.fraction()), HEIGHT * (0.26 + 0.16 * dice.fraction())
    light = circle(x, y, dice.between(70, 150), p.a)
    land = dice.pick(LANDS)(dice, p)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" preserveAspectRatio="xMidYMid slice">'
        f"{_sky(p, x, y)}{light}{land}</svg>"
    )


def _sky(p: Palette, x: float, y: float) -> str:
    """Rings of light around the sun, each a little fainter."""
    rings = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius}" fill="{p.a}" opacity=".09"/>'
        for radius in (220, 340, 500, 700)
    )
    return rect(0, 0, WIDTH, HEIGHT, p.b) + rings


def _depths(p: Palette) -> tuple[str, str, str]:
    """From the far to the near: what is near is dark."""
    return p.c if p.c != p.dark else p.a, mixed(p.c, p.dark, 0.55), p.dark


def _hills(dice: Dice, p: Palette) -> str:
    layers = []
    for level, colour in zip((0.56, 0.7, 0.84), _depths(p), strict=True):
        data, y = f"M0 {HEIGHT * (level + 0.05):.0f}", HEIGHT * level
        for step in range(1, 5):
            bend = y + dice.between(-110, 110)
            data += f"S{(step - 0.45) * WIDTH / 4:.0f} {bend:.0f} {step * WIDTH / 4:.0f} {y:.0f}"
        layers.append(path(f"{data}V{HEIGHT}H0z", colour))
    return "".join(layers)


def _ridges(dice: Dice, p: Palette) -> str:
    layers = []
    for level, colour in zip((0.52, 0.68, 0.84), _depths(p), strict=True):
        pairs: list[tuple[float, float]] = []
        x = -60
        while x < WIDTH + 120:
            swing = 52 if len(pairs) % 2 else -52
            pairs.append((x, HEIGHT * level + swing * (0.5 + dice.fraction())))
            x += dice.between(120, 260)
        layers.append(path(points([*pairs, (x, HEIGHT), (-60, HEIGHT)]) + "z", colour))
    return "".join(layers)


def _sea(dice: Dice, p: Palette) -> str:
    layers = []
    for row, colour in enumerate(_depths(p)):
        half = dice.pick((90, 120, 150))
        crests = f"q{half / 2:.0f} {-half * 0.45:.0f} {half} 0t{half} 0" * (WIDTH // half // 2 + 2)
        start = -dice.between(0, 2 * half)
        y = HEIGHT * (0.56 + 0.15 * row)
        layers.append(path(f"M{start} {y:.0f}{crests}V{HEIGHT}H{start}z", colour))
    return "".join(layers)


def _roofs(dice: Dice, p: Palette) -> str:
    layers = []
    for low, high, colour in ((0.42, 0.66, _depths(p)[0]), (0.6, 0.82, p.dark)):
        data, x = "", -dice.between(0, 60)
        while x < WIDTH:
            width = dice.between(70, 170)
            top = HEIGHT * (low + (high - low) * dice.fraction())
            data += f"M{x} {HEIGHT}V{top:.0f}h{width}V{HEIGHT}z"
            x += width
        layers.append(path(data, colour))
    lights = "".join(
        f"M{dice.between(0, WIDTH // 24) * 24} {dice.between(23, 28) * 24}h9v14h-9z"
        for _light in range(50)
    )
    return "".join(layers) + path(lights, p.a)


def _bridges(dice: Dice, p: Palette) -> str:
    """Water, and the arches of a bridge across it."""
    span = dice.pick((210, 280, 336))
    radius, deck = span * 0.4, HEIGHT * 0.52
    openings = "".join(
        f"M{x + span / 2 - radius:.0f} {HEIGHT}V{deck + 60 + radius:.0f}"
        f"a{radius:.0f} {radius:.0f} 0 0 1 {2 * radius:.0f} 0V{HEIGHT}z"
        for x in range(0, WIDTH, span)
    )
    wall = f"M0 {deck:.0f}h{WIDTH}V{HEIGHT}H0z"
    bridge = f'<path fill="{p.dark}" fill-rule="evenodd" d="{wall}{openings}"/>'
    sea = rect(0, HEIGHT * 0.8, WIDTH, math.ceil(HEIGHT * 0.2), mixed(p.c, p.dark, 0.4))
    return bridge + sea


LANDS: tuple[Callable[[Dice, Palette], str], ...] = (_hills, _ridges, _sea, _roofs, _bridges)
