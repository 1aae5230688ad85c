"""What falls through a picture, and what grows in it."""

from __future__ import annotations

import math

from catalog.artwork.dice import Dice
from catalog.artwork.scenes.canvas import Canvas
from catalog.artwork.scenes.pencil import HEIGHT, WIDTH, Pencil


def rain(canvas: Canvas, dice: Dice, count: int = 260) -> None:
    def drops(pencil: Pencil) -> None:
        for _drop in range(count):
            x, y, n = dice.between(-40, WIDTH), dice.between(-80, HEIGHT), dice.between(24, 70)
            pencil.line([(x, y), (x + n * 0.22, y + n)], 1.6)

    canvas.shape(drops, "#dfe8f2", 0.34)


def flakes(canvas: Canvas, dice: Dice, colour: str = "#ffffff", count: int = 260) -> None:
    """Snow: many small ones far away, a few large ones near."""
    for share, size, opacity in ((0.7, 2.4, 0.75), (0.26, 5, 0.85), (0.04, 12, 0.5)):

        def fall(pencil: Pencil, share: float = share, size: float = size) -> None:
            for _flake in range(int(count * share)):
                radius = size * (0.6 + 0.8 * dice.fraction())
                pencil.disc(dice.between(0, WIDTH), dice.between(0, HEIGHT), radius)

        canvas.shape(fall, colour, opacity)


def petals(canvas: Canvas, dice: Dice, count: int = 130) -> None:
    def fall(pencil: Pencil) -> None:
        for _petal in range(count):
            x, y = dice.between(0, WIDTH), dice.between(0, HEIGHT)
            size, turn = 4 + 8 * dice.fraction() ** 2, dice.fraction() * math.tau
            pencil.polygon(_leaf(x, y, size, turn))

    canvas.shape(fall, "#ffe6ec", 0.92)


def _leaf(x: float, y: float, size: float, turn: float) -> list[tuple[float, float]]:
    outline = ((0, -1.3), (0.75, -0.3), (0.4, 1), (0, 0.7), (-0.4, 1), (-0.75, -0.3))
    sine, cosine = math.sin(turn) * size, math.cos(turn) * size
    return [(x + a * cosine - b * sine, y + a * sine + b * cosine) for a, b in outline]


def stars(canvas: Canvas, dice: Dice, down_to: float, count: int = 160) -> None:
    def shine(pencil: Pencil) -> None:
        for _star in range(count):
            x, y = dice.between(0, WIDTH), dice.between(0, round(down_to))
            pencil.disc(x, y, 0.7 + 1.1 * dice.fraction() ** 3)

    canvas.shape(shine, "#fff8e4", 0.8)


def limb(
    pencil: Pencil, dice: Dice, x: float, y: float, angle: float, length: float, depth: int
) -> list[tuple[float, float]]:
    """A bare bough with its twigs; the ends of the twigs."""
    tip = (x + math.cos(angle) * length, y + math.sin(angle) * length)
    pencil.line([(x, y), tip], max(1.6, length * 0.11))
    if depth == 0:
        return [tip]
    ends: list[tuple[float, float]] = [tip] if depth < 3 else []
    for side in (-1, 1):
        bend = side * (0.28 + 0.34 * dice.fraction())
        shorter = length * (0.66 + 0.18 * dice.fraction())
        ends += limb(pencil, dice, *tip, angle + bend, shorter, depth - 1)
    return ends


def fir(pencil: Pencil, x: float, foot: float, height: float) -> None:
    pencil.box(x - height * 0.02, foot - height * 0.15, height * 0.04, height * 0.15)
    for level in range(5):
        top = foot - height * (1 - level * 0.17)
        reach = height * (0.07 + 0.042 * level)
        pencil.polygon(
            [(x, top), (x + reach, top + height * 0.27), (x - reach, top + height * 0.27)]
        )


def person(pencil: Pencil, x: float, foot: float, height: float) -> None:
    """Somebody, seen from afar."""
    head, broad = height * 0.085, height * 0.13
    pencil.disc(x, foot - height + head, head, head * 1.15)
    pencil.box(x - broad, foot - height * 0.8, broad * 2, height * 0.46, broad * 0.8)
    for side in (-1, 0.06):
        pencil.box(x + side * broad * 0.86, foot - height * 0.44, broad * 0.8, height * 0.44, 2)
