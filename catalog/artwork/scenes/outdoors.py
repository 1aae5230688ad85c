"""Scenes under the sky."""

from __future__ import annotations

import math

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
from catalog.artwork.scenes.canvas import Canvas, ridge
from catalog.artwork.scenes.pencil import HEIGHT, WIDTH, Pencil
from catalog.artwork.scenes.weather import fir, flakes, limb, person, petals

SKIES = (
    ("#2b3a67", "#8a5a83", "#f08a6c", "#ffd9a0"),
    ("#16456b", "#4d8bab", "#b9d5cf", "#f7e6c4"),
    ("#3a2a5e", "#a3486e", "#f47c55", "#ffc56e"),
    ("#6a86a8", "#b6c3cf", "#eed9c4", "#f8e8cf"),
)


def sea(dice: Dice) -> Canvas:
    sky = dice.pick(SKIES)
    canvas = Canvas(*sky)
    horizon, x = dice.between(470, 560), dice.between(480, 1150)
    y = horizon - dice.between(40, 150)
    canvas.glow(x, y, 420, sky[2], 0.5)
    canvas.shape(lambda pencil: pencil.disc(x, y, 62), "#fff3d6")
    islands = [(px, min(py, horizon)) for px, py in ridge(dice, horizon + 6, 130)[:-2]]
    canvas.polygon([*islands, (WIDTH, horizon), (0, horizon)], mixed(sky[1], sky[0], 0.5))
    canvas.mirror(horizon, mixed(sky[0], "#0c2a3d", 0.45), 0.48)

    def glitter(pencil: Pencil) -> None:
        for row in range(60):
            depth = horizon + 3 + (HEIGHT - horizon) * (row / 60) ** 1.5
            spread, n = 20 + row * 3.6, 16 + row * 2.4
            cx = x + (dice.fraction() - 0.5) * 2 * spread
            pencil.box(cx - n / 2, depth, n, 1 + row * 0.07, 1)

    canvas.shape(glitter, "#ffeccb", 0.72)
    swell = mixed(sky[0], "#061a2a", 0.5)
    canvas.shape(lambda pencil: _boat(pencil, x + dice.pick((-330, 290)), horizon + 46), swell)
    return canvas


def _boat(pencil: Pencil, x: float, y: float) -> None:
    pencil.polygon([(x - 62, y - 6), (x + 66, y - 6), (x + 44, y + 16), (x - 44, y + 16)])
    pencil.line([(x, y), (x, y - 128)], 3)
    pencil.polygon([(x + 5, y - 124), (x + 58, y - 18), (x + 5, y - 18)])
    pencil.polygon([(x - 5, y - 104), (x - 44, y - 18), (x - 5, y - 18)])


def hills(dice: Dice) -> Canvas:
    sky = dice.pick(SKIES)
    canvas = Canvas(*sky)
    x, y = dice.between(300, 1300), dice.between(240, 360)
    canvas.glow(x, y, 520, sky[3], 0.55)
    canvas.shape(lambda pencil: pencil.disc(x, y, 46), "#fff6e0")
    far, near = mixed(sky[1], sky[3], 0.45), dice.pick(("#12251f", "#171d33", "#2a1a2c"))
    for layer in range(6):
        level = 400 + layer * 84
        colour = mixed(far, near, layer / 5)
        canvas.polygon(ridge(dice, level, 260 - layer * 26), colour)
        canvas.haze(level - 20, level + 190, sky[3], 0.3 - layer * 0.045)
    return canvas


def snow(dice: Dice) -> Canvas:
    canvas = Canvas("#3c4f70", "#7d93b2", "#c9d3df", "#eef0f2")
    canvas.polygon(ridge(dice, 440, 300), "#8fa1bb")
    canvas.haze(330, 640, "#e8edf3", 0.8)
    canvas.polygon(ridge(dice, 610, 90), "#e3e9f0")
    x = dice.between(420, 1180)

    def firs(pencil: Pencil) -> None:
        for _fir in range(16):
            at = dice.between(0, WIDTH)
            fir(pencil, at, dice.between(610, 670), dice.between(130, 270))

    canvas.shape(firs, "#34475c")
    canvas.polygon(ridge(dice, 700, 60), "#f6f8fb")
    canvas.box(x - 90, 610, 180, 110, "#5a4038", "#38262a")
    canvas.polygon([(x - 125, 622), (x, 520), (x + 125, 622)], "#fbfcff")
    canvas.shape(lambda pencil: pencil.box(x - 50, 645, 38, 40), "#ffd78a")
    canvas.shape(lambda pencil: pencil.box(x + 14, 645, 38, 40), "#ffd78a")
    canvas.glow(x, 670, 190, "#ff9a3c", 0.55)
    canvas.polygon(ridge(dice, 745, 40), "#fdfdff")
    flakes(canvas, dice, count=420)
    return canvas


def blossom(dice: Dice) -> Canvas:
    canvas = Canvas(
        *dice.pick((("#9cc4e4", "#d9e6ee", "#fbe9e6"), ("#f2b8a8", "#f8d7c6", "#fff0e2")))
    )
    canvas.glow(dice.between(500, 1100), 380, 460, "#fff2d0", 0.4)
    canvas.polygon(ridge(dice, 640, 110), "#b9c7b4")
    canvas.haze(500, 780, "#fdeeee", 0.8)
    canvas.polygon(ridge(dice, 770, 40), "#90a883")
    ends: list[tuple[float, float]] = []
    side = dice.pick((0, WIDTH))
    lean = -1.05 if side == 0 else math.pi + 1.05

    def boughs(pencil: Pencil) -> None:
        pencil.polygon(
            [(side - 70, HEIGHT), (side - 30, 480), (side + 30, 480), (side + 70, HEIGHT)]
        )
        ends.extend(limb(pencil, dice, side, 560, lean + 0.12, 250, 6))
        ends.extend(limb(pencil, dice, side, 400, lean + (0.5 if side == 0 else -0.5), 230, 6))

    canvas.shape(boughs, "#4a2f33")
    for colour, spread, opacity in (
        ("#dd8299", 30, 0.6),
        ("#f4b2c2", 36, 0.8),
        ("#ffe3ea", 34, 0.9),
    ):

        def clouds(pencil: Pencil, spread: int = spread) -> None:
            for ex, ey in ends:
                for _flower in range(3):
                    dx, dy = dice.between(-spread, spread), dice.between(-spread, spread)
                    pencil.disc(ex + dx, ey + dy, dice.between(6, 17))

        canvas.shape(clouds, colour, opacity)
    petals(canvas, dice)
    return canvas


def forest(dice: Dice) -> Canvas:
    tint = dice.pick((("#e9f0cf", "#a5c39a", "#3d6a5a"), ("#ffe9bd", "#d7a262", "#6d4a34")))
    canvas = Canvas(*tint)
    x = dice.between(560, 1040)
    canvas.glow(x, 300, 620, "#fff6d2", 0.7)
    near = mixed(tint[2], "#04120f", 0.75)
    for layer in range(5):
        colour = mixed(tint[1], near, (layer + 1) / 5)

        def trunks(pencil: Pencil, layer: int = layer) -> None:
            for _trunk in range(13 - layer * 2):
                at, width = (
                    dice.between(-20, WIDTH + 20),
                    (8 + layer * 15) * (0.7 + dice.fraction() * 0.6),
                )
                lean = dice.between(-24, 24)
                pencil.polygon(
                    [
                        (at, HEIGHT),
                        (at + lean, -10),
                        (at + lean + width * 0.8, -10),
                        (at + width, HEIGHT),
                    ]
                )

        canvas.shape(trunks, colour)
        canvas.polygon(ridge(dice, 690 + layer * 46, 70), colour)
        if layer in (1, 3):
            canvas.haze(300, 900, tint[0], 0.3)

    def beams(pencil: Pencil) -> None:
        for _beam in range(6):
            at, width = x + dice.between(-420, 420), dice.between(20, 70)
            pencil.polygon([(at, 0), (at + width, 0), (at + width - 260, 760), (at - 360, 760)])

    canvas.light(beams, "#fff2c4", 24, 0.22)
    canvas.shape(lambda pencil: person(pencil, x, 800, 120), near)
    return canvas
