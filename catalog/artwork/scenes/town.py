<<<<<<< HEAD
"""Scenes of towns, by day and by night."""
=======
"""Scenes of towns at night."""
>>>>>>> pictures

from __future__ import annotations

import math

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
<<<<<<< HEAD
from catalog.artwork.scenes.canvas import Canvas, ridge
from catalog.artwork.scenes.pencil import HEIGHT, WIDTH, Draw, Pencil
from catalog.artwork.scenes.weather import fir, limb, person, rain, stars

NIGHTS = (
    ("#0a1030", "#1f2a63", "#5a3a78", "#c06a7e"),
    ("#061724", "#12384d", "#2f6b78", "#d9a066"),
    ("#120a26", "#352058", "#7a2f6b", "#e07a5a"),
)
LAMP = "#ffd48a"
=======
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
>>>>>>> pictures


def city_night(dice: Dice) -> Canvas:
    night = dice.pick(NIGHTS)
    canvas = Canvas(*night)
    stars(canvas, dice, 380)
    moon = dice.between(250, 1350)
    canvas.glow(moon, 190, 200, "#fff2d8", 0.4)
<<<<<<< HEAD
    canvas.shape(lambda pencil: pencil.disc(moon, 190, 58), "#fff6e2")
=======
    canvas.shape(disc(moon, 190, 58), "#fff6e2")
>>>>>>> pictures
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


<<<<<<< HEAD
def rain_window(dice: Dice) -> Canvas:
    night = dice.pick(NIGHTS)
    canvas = Canvas(night[0], night[1], mixed(night[2], night[1], 0.5), night[0])
    colours = ("#ff9d5c", "#ffd48a", "#ff6a6a", "#7fd0d8", "#f2f0d8", "#c07be0")
    for _light in range(46):
        colour, size = dice.pick(colours), dice.between(20, 66)
        x, y = dice.between(0, WIDTH), 300 + dice.between(0, 480)
        canvas.shape(_disc(x, y, size), colour, 0.22 + 0.42 * dice.fraction())
    canvas.blur(7)
    trails, beads = _drops(dice)
    canvas.shape(_lines(trails), "#dbe6ee", 0.13)
    canvas.shape(_discs(beads, 0, 1), "#0b1424", 0.5)
    canvas.shape(_discs(beads, -0.12, 0.84), mixed(night[2], "#cfdde8", 0.55), 0.75)
    canvas.shape(_discs(beads, -0.42, 0.32), "#ffffff", 0.85)
    frame = "#120f16"
    bar = dice.pick((520, 800, 1080))
    for x, y, w, h in ((0, 0, WIDTH, 34), (bar, 0, 24, HEIGHT), (0, 820, WIDTH, 80)):
        canvas.box(x, y, w, h, mixed(frame, "#54465a", 0.35), frame)
    _cup(canvas, dice.pick((250, 1290)))
    return canvas


def _drops(dice: Dice) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    beads = [
        (dice.between(0, WIDTH), dice.between(30, 815), 2.5 + 11 * dice.fraction() ** 3)
        for _bead in range(330)
    ]
    trails = [(x, y, r) for x, y, r in beads if r > 9]
    return trails, beads


def _lines(trails: list[tuple[float, float, float]]) -> Draw:
    def draw(pencil: Pencil) -> None:
        for x, y, r in trails:
            length = r * 26
            pencil.line([(x - 2, y - length), (x + 2, y - length / 2), (x, y)], r * 0.7)

    return draw


def _discs(beads: list[tuple[float, float, float]], shift: float, share: float) -> Draw:
    def draw(pencil: Pencil) -> None:
        for x, y, r in beads:
            pencil.disc(x + r * shift, y + r * shift, r * share, r * share * 1.15)

    return draw


def _disc(x: float, y: float, r: float) -> Draw:
    return lambda pencil: pencil.disc(x, y, r)


def _cup(canvas: Canvas, x: int) -> None:
    def cup(pencil: Pencil) -> None:
        pencil.box(x - 56, 720, 112, 104, 16)
        pencil.disc(x + 62, 766, 32, 32)

    def steam(pencil: Pencil) -> None:
        for shift in (-22, 8, 30):
            wave = [(x + shift + 13 * math.sin(y / 26 + shift), y) for y in range(560, 712, 6)]
            pencil.line(wave, 9)

    canvas.light(steam, "#e8e2ee", 10, 0.35)
    canvas.shape(cup, "#e9dfd0")
    canvas.shape(_disc(x + 62, 766, 18), "#2a2230")
    canvas.shape(lambda pencil: pencil.box(x - 56, 790, 112, 34, 10), "#c9b8a6")


=======
>>>>>>> pictures
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
<<<<<<< HEAD
        canvas.light(lambda pencil, shine=shine: pencil.polygon(shine), LAMP, 40, 0.34)
=======
        canvas.light(polygon(shine), LAMP, 40, 0.34)
>>>>>>> pictures
    wires = [
        [(0, dice.between(20, 240)), (vx, vy - 150), (WIDTH, dice.between(20, 240))]
        for _w in "1234"
    ]
<<<<<<< HEAD
    canvas.shape(lambda pencil: [pencil.line(wire, 1.8) for wire in wires], "#07070d")
=======
    canvas.shape(each(wires, lambda pencil, wire: pencil.line(wire, 1.8)), "#07070d")
>>>>>>> pictures
    canvas.shape(lambda pencil: person(pencil, vx + 30, 800, 190), "#07070d")
    canvas.shape(lambda pencil: _umbrella(pencil, vx + 30, 622, 92), signs[dice.between(0, 3)])
    rain(canvas, dice, 180)
    return canvas


def _umbrella(pencil: Pencil, x: float, y: float, r: float) -> None:
<<<<<<< HEAD
    arc = [(x + r * math.cos(a), y - r * 0.62 * math.sin(a)) for a in _steps(0, math.pi, 24)]
    pencil.polygon(arc)


def _steps(start: float, end: float, count: int) -> list[float]:
    return [start + (end - start) * n / count for n in range(count + 1)]


=======
    arc = [(x + r * math.cos(a), y - r * 0.62 * math.sin(a)) for a in steps(0, math.pi, 24)]
    pencil.polygon(arc)


>>>>>>> pictures
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
<<<<<<< HEAD


def palace(dice: Dice) -> Canvas:
    sky = dice.pick(
        (
            ("#3b4a7a", "#b0708a", "#f6b487"),
            ("#5b7fa6", "#b8cbd2", "#f4e2c2"),
            ("#151b3c", "#3d3a70", "#b56a72"),
        )
    )
    canvas = Canvas(*sky)
    x = dice.pick((620, 800, 980))
    canvas.glow(x + dice.pick((-320, 300)), 300, 420, "#fff0cf", 0.5)
    for layer in range(3):
        canvas.polygon(ridge(dice, 420 + layer * 70, 210), mixed(sky[1], sky[0], 0.3 + layer * 0.2))
        canvas.haze(380, 700, sky[2], 0.3)
    wood, roof = "#8d2f28", mixed("#22303a", sky[0], 0.25)
    for tier, (width, y, tall) in enumerate(((330, 330, 110), (520, 470, 120))):
        canvas.box(x - width * 0.42, y, width * 0.84, tall, mixed(wood, "#f0a060", 0.25), wood)
        lit = tuple(x - width * 0.36 + n * width * 0.152 for n in range(5))
        canvas.shape(_boxes(lit, y + 30, width * 0.1, tall - 44), "#ffd99a", 0.9)
        canvas.polygon(_roof(x, y + 14, width, 92 + tier * 8), roof)
        canvas.polygon(_roof(x, y + 20, width * 0.99, 14), "#d9b060", 0.8)
    canvas.box(x - 330, 590, 660, 50, "#d8cbb8", "#a89b8b")
    canvas.polygon([(x - 120, 640), (x + 120, 640), (x + 230, 760), (x - 230, 760)], "#bfb19e")
    canvas.shape(_strips(x), "#8d8173")
    canvas.box(0, 640, x - 228, 260, "#6f7d66", "#2e3a33")
    canvas.box(x + 228, 640, WIDTH, 260, "#6f7d66", "#2e3a33")
    canvas.box(x - 230, 760, 460, 140, "#9b8e7d", "#5d5449")
    pines = [
        (dice.between(20, WIDTH - 20), dice.between(700, 800), dice.between(170, 300))
        for _p in range(9)
    ]
    away = [pine for pine in pines if abs(pine[0] - x) > 420]
    canvas.shape(lambda pencil: [fir(pencil, *pine) for pine in away], "#1d2f2b")
    canvas.shape(lambda pencil: person(pencil, x, 822, 96), "#2b1720")
    return canvas


def _boxes(lefts: tuple[float, ...], y: float, w: float, h: float) -> Draw:
    return lambda pencil: [pencil.box(left, y, w, h) for left in lefts]


def _strips(x: float) -> Draw:
    def draw(pencil: Pencil) -> None:
        for n in range(8):
            half = 120 + 110 * n / 8
            pencil.box(x - half, 640 + n * 15, half * 2, 3)

    return draw


def _roof(x: float, y: float, width: float, rise: float) -> list[tuple[float, float]]:
    """Curved, with eaves that turn up."""
    half = width * 0.62
    slope = [(half * t, -rise * (1 - t) ** 1.7 - rise * 0.24 * t**6) for t in _steps(0, 1, 20)]
    right = [(x + dx, y + dy) for dx, dy in slope]
    left = [(x - dx, y + dy) for dx, dy in reversed(slope)]
    return [*left, *right, (x + half * 0.86, y + 8), (x - half * 0.86, y + 8)]


def train(dice: Dice) -> Canvas:
    """A local train on an embankment, at dusk."""
    sky = dice.pick(
        (("#2f4a7a", "#c58aa0", "#ffd2a1"), ("#4a7fa5", "#bfd9dc", "#fdf0cf"), NIGHTS[1])
    )
    canvas = Canvas(*sky)
    canvas.glow(dice.between(300, 1300), 500, 430, "#fff2cf", 0.55)
    canvas.polygon(ridge(dice, 520, 190), mixed(sky[1], sky[0], 0.5))
    canvas.haze(400, 700, sky[2], 0.5)
    dark = mixed(sky[0], "#0b0f1c", 0.72)
    colour, x = dice.pick(("#d9563c", "#e9e2cf", "#3f7d6b", "#e2a93b")), -60
    canvas.box(0, 700, WIDTH, 200, dark, "#080a12")
    for _carriage in range(4):
        canvas.shape(_round(x, 520, 410, 160, 18), colour)
        canvas.box(x, 628, 410, 12, "#f6efdf")
        canvas.shape(_round(x + 8, 504, 394, 24, 10), mixed(colour, "#20202c", 0.55))
        canvas.box(x + 20, 676, 370, 18, "#15161f")
        panes = tuple(x + 28 + n * 62 for n in range(6))
        canvas.shape(_boxes(panes, 552, 46, 58), "#ffe6ae")
        canvas.shape(
            lambda pencil, x=x: [pencil.disc(x + at, 694, 14) for at in (70, 120, 290, 340)],
            "#0c0d14",
        )
        x += 420
    canvas.glow(800, 585, 330, "#ffcf80", 0.22)
    canvas.box(0, 706, WIDTH, 6, "#b9b2a5")
    poles = (170, 690, 1210)
    canvas.shape(lambda pencil: [pencil.box(at, 330, 9, 390) for at in poles], dark)
    canvas.shape(lambda pencil: [pencil.box(at - 60, 372, 130, 6) for at in poles], dark)
    canvas.shape(lambda pencil: pencil.line([(0, 380), (WIDTH, 380)], 2), dark)
    seed = dice

    def grass(pencil: Pencil) -> None:
        for _blade in range(240):
            at, tall = seed.between(0, WIDTH), seed.between(20, 84)
            pencil.polygon(
                [(at - 3, HEIGHT), (at + seed.between(-16, 16), 880 - tall), (at + 3, HEIGHT)]
            )

    canvas.shape(grass, "#05070d")
    canvas.shape(lambda pencil: limb(pencil, dice, 1500, 905, -1.75, 120, 5), "#05070d")
    return canvas


def _round(x: float, y: float, w: float, h: float, radius: float) -> Draw:
    return lambda pencil: pencil.box(x, y, w, h, radius)
=======
>>>>>>> pictures
