"""Scenes of towns at night."""

from __future__ import annotations

import math

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
from catalog.artwork.scenes.canvas import Canvas
from catalog.artwork.scenes.nights import LAMP, NIGHTS
from catalog.artwork.scenes.pencil import (
    HEIGHT,
    WIDTH,
    Pencil,
    disc,
    each,
    polygon,
    steps,
)
from catalog.artwork.scenes.weather import person, rain, stars


def city_night(dice: Dice) -> Canvas:
    night = dice.pick(NIGHTS)
    canvas = Canvas(*night)
    stars(canvas, dice, 380)
    moon = dice.between(250, 1350)
    canvas.glow(moon, 190, 200, "#fff2d8", 0.4)
    canvas.shape(disc(moon, 190, 58), "#fff6e2")
    for row in range(4):
        colour = mixed(mixed(night[2], night[1], 0.4), "#05060f", row / 3.4)
        _block_of_towers(canvas, dice, colour, 690 + row * 60, row)
    canvas.mirror(820, night[0], 0.35)
    return canvas


def _block_of_towers(canvas: Canvas, dice: Dice, colour: str, foot: int, row: int) -> None:
    towers: list[tuple[int, int, int]] = []
    x = -dice.between(0, 60)
    while x < WIDTH:
        width = dice.between(54, 120)
        towers.append((x, foot - dice.between(90, 420 - row * 70), width))
        x += width + dice.pick((0, 6, 26))

    def walls(pencil: Pencil) -> None:
        for left, top, width in towers:
            pencil.box(left, top, width, HEIGHT - top)
            if width > 100:
                pencil.line([(left + width / 2, top - 60), (left + width / 2, top)], 2.5)

    def windows(pencil: Pencil) -> None:
        for left, top, width in towers:
            for wy in range(top + 14, 816, 17):
                for wx in range(left + 9, left + width - 10, 14):
                    if dice.fraction() < 0.2 + row * 0.05:
                        pencil.box(wx, wy, 6.5, 8.5)

    canvas.shape(walls, colour)
    canvas.shape(windows, dice.pick((LAMP, "#ffe9bd", "#ffbf70")), 0.42 + row * 0.16)


def street(dice: Dice) -> Canvas:
    """A lane of shops after rain, narrowing towards the light."""
    night = dice.pick(NIGHTS)
    canvas = Canvas(night[0], night[1], night[3])
    vx, vy = dice.between(700, 900), 470
    canvas.glow(vx, vy, 330, "#ffe0b0", 0.8)
    ground = mixed(night[0], "#000000", 0.3)
    canvas.polygon([(0, HEIGHT), (vx - 60, vy + 30), (vx + 60, vy + 30), (WIDTH, HEIGHT)], ground)
    signs = ("#ff5a5a", "#ffc14d", "#5ad1c8", "#ff8ab0", "#f5f0da", "#7aa8ff")
    for side in (-1, 1):
        for house in range(6):
            _house(canvas, dice, (vx, vy), side, house, night, signs)
    canvas.glow(vx, 640, 230, LAMP, 0.55)
    for side in (-1, 1):
        shine = [
            (vx, vy + 40),
            (vx + side * 150, vy + 40),
            (vx + side * 900, 900),
            (vx + side * 420, 900),
        ]
        canvas.light(polygon(shine), LAMP, 40, 0.34)
    wires = [
        [(0, dice.between(20, 240)), (vx, vy - 150), (WIDTH, dice.between(20, 240))]
        for _w in "1234"
    ]
    canvas.shape(each(wires, lambda pencil, wire: pencil.line(wire, 1.8)), "#07070d")
    canvas.shape(lambda pencil: person(pencil, vx + 30, 800, 190), "#07070d")
    canvas.shape(lambda pencil: _umbrella(pencil, vx + 30, 622, 92), signs[dice.between(0, 3)])
    rain(canvas, dice, 180)
    return canvas


def _umbrella(pencil: Pencil, x: float, y: float, r: float) -> None:
    arc = [(x + r * math.cos(a), y - r * 0.62 * math.sin(a)) for a in steps(0, math.pi, 24)]
    pencil.polygon(arc)


def _house(
    canvas: Canvas,
    dice: Dice,
    vanishing: tuple[float, float],
    side: int,
    number: int,
    night: tuple[str, ...],
    signs: tuple[str, ...],
) -> None:
    """The nearer, the larger: far houses first."""
    vx, vy = vanishing
    near, far = 0.1 * 1.62 ** (number + 1), 0.1 * 1.62**number
    left, right = vx + side * 520 * far, vx + side * 520 * near
    tall = 1 + 0.5 * dice.fraction()
    colour = mixed(night[2], "#06070e", 0.35 + 0.1 * number)
    top = 420 * tall
    wall = [
        (left, vy - top * far),
        (right, vy - top * near),
        (right, vy + 300 * near),
        (left, vy + 300 * far),
    ]
    canvas.polygon(wall, colour)
    width = abs(right - left)
    glow = dice.pick((LAMP, "#ffe9bd", "#ffb46b"))
    shop = [
        (left + (right - left) * 0.12, vy + 40 * far),
        (left + (right - left) * 0.88, vy + 40 * near),
        (left + (right - left) * 0.88, vy + 270 * near),
        (left + (right - left) * 0.12, vy + 270 * far),
    ]
    canvas.polygon(shop, glow, 0.85)
    sign = dice.pick(signs)
    x = left + (right - left) * 0.5
    canvas.box(x - width * 0.07, vy - 260 * near, width * 0.14, 190 * near, sign)
    if number > 1:
        canvas.glow(x, vy - 165 * near, 70 * near + 20, sign, 0.4)
