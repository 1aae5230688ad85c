"""Places that people travel to, and what takes them there."""

from __future__ import annotations

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
from catalog.artwork.scenes.canvas import Canvas, ridge
from catalog.artwork.scenes.nights import NIGHTS
from catalog.artwork.scenes.pencil import (
    HEIGHT,
    WIDTH,
    Draw,
    Pencil,
    each,
    steps,
)
from catalog.artwork.scenes.weather import fir, limb, person


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
    canvas.shape(each(away, lambda pencil, pine: fir(pencil, *pine)), "#1d2f2b")
    canvas.shape(lambda pencil: person(pencil, x, 822, 96), "#2b1720")
    return canvas


def _strips(x: float) -> Draw:
    def draw(pencil: Pencil) -> None:
        for n in range(8):
            half = 120 + 110 * n / 8
            pencil.box(x - half, 640 + n * 15, half * 2, 3)

    return draw


def _roof(x: float, y: float, width: float, rise: float) -> list[tuple[float, float]]:
    """Curved, with eaves that turn up."""
    half = width * 0.62
    slope = [(half * t, -rise * (1 - t) ** 1.7 - rise * 0.24 * t**6) for t in steps(0, 1, 20)]
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
            each(
                [x + at for at in (70, 120, 290, 340)], lambda pencil, at: pencil.disc(at, 694, 14)
            ),
            "#0c0d14",
        )
        x += 420
    canvas.glow(800, 585, 330, "#ffcf80", 0.22)
    canvas.box(0, 706, WIDTH, 6, "#b9b2a5")
    poles = (170, 690, 1210)
    canvas.shape(each(poles, lambda pencil, at: pencil.box(at, 330, 9, 390)), dark)
    canvas.shape(each(poles, lambda pencil, at: pencil.box(at - 60, 372, 130, 6)), dark)
    canvas.shape(lambda pencil: pencil.line([(0, 380), (WIDTH, 380)], 2), dark)

    def grass(pencil: Pencil) -> None:
        for _blade in range(240):
            at, tall = dice.between(0, WIDTH), dice.between(20, 84)
            pencil.polygon(
                [(at - 3, HEIGHT), (at + dice.between(-16, 16), 880 - tall), (at + 3, HEIGHT)]
            )

    canvas.shape(grass, "#05070d")
    canvas.shape(lambda pencil: _bush(pencil, dice), "#05070d")
    return canvas


def _round(x: float, y: float, w: float, h: float, radius: float) -> Draw:
    return lambda pencil: pencil.box(x, y, w, h, radius)


def _boxes(lefts: tuple[float, ...], y: float, w: float, h: float) -> Draw:
    return each(lefts, lambda pencil, left: pencil.box(left, y, w, h))


def _bush(pencil: Pencil, dice: Dice) -> None:
    limb(pencil, dice, 1500, 905, -1.75, 120, 5)
