"""Scenes within four walls, by day."""

from __future__ import annotations

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
from catalog.artwork.scenes.canvas import Canvas, ridge
from catalog.artwork.scenes.pencil import WIDTH, Draw, Pencil

LIGHTS = (
    ("#f8d9a0", "#e9a765", "#7d4a3a"),
    ("#cfe3ea", "#8fb3c4", "#3c5668"),
    ("#f6c9b8", "#c97f7c", "#543049"),
)


def classroom(dice: Dice) -> Canvas:
    """Desks in the evening light of tall windows."""
    bright, middle, deep = dice.pick(LIGHTS)
    canvas = Canvas(mixed(middle, deep, 0.35), mixed(middle, deep, 0.55))
    for x in range(70, 1000, 250):
        canvas.box(x, 90, 210, 400, bright, "#fffaf0", bright)
        canvas.box(x + 100, 90, 10, 400, deep)
        canvas.box(x, 270, 210, 8, deep)
    hills = [(x, min(488, max(380, y))) for x, y in ridge(dice, 440, 80)]
    for x in range(70, 1000, 250):
        seen = [(hx, hy) for hx, hy in hills[:-2] if x <= hx <= x + 210]
        canvas.polygon([(x, 490), *seen, (x + 210, 490)], mixed(bright, middle, 0.7))
        canvas.box(x + 100, 90, 10, 400, deep)
    canvas.box(1190, 120, 360, 300, "#2f4a40", "#24382f")
    canvas.box(1178, 420, 384, 14, "#c79b68")
    canvas.shape(lambda pencil: _chalk(pencil, dice), "#e8efe6", 0.7)
    canvas.box(0, 560, WIDTH, 340, mixed("#b07a4e", deep, 0.25), mixed("#6d4630", deep, 0.45))

    def beams(pencil: Pencil) -> None:
        for x in range(70, 1000, 250):
            pencil.polygon([(x, 90), (x + 210, 90), (x + 560, 880), (x + 210, 880)])

    canvas.light(beams, bright, 22, 0.3)
    desk, legs = "#d8a368", mixed(deep, "#101018", 0.5)
    for row, y in enumerate((600, 680, 790)):
        size = 1 + row * 0.42
        for x in range(110 - row * 60, WIDTH + 100, round(270 * size)):
            canvas.shape(_desk(x, y, size), legs)
            canvas.box(x, y, 150 * size, 13 * size, mixed(desk, bright, 0.35), desk)
    return canvas


def _chalk(pencil: Pencil, dice: Dice) -> None:
    for line in range(5):
        pencil.box(1220, 160 + line * 46, dice.between(120, 290), 4, 2)


def _desk(x: float, y: float, size: float) -> Draw:
    def draw(pencil: Pencil) -> None:
        for side in (10, 132):
            pencil.box(x + side * size, y, 8 * size, 96 * size)
        pencil.box(x + 8 * size, y + 12 * size, 134 * size, 22 * size)
        pencil.box(x + 42 * size, y + 40 * size, 66 * size, 10 * size, 3)
        pencil.box(x + 46 * size, y + 46 * size, 6 * size, 56 * size)
        pencil.box(x + 98 * size, y + 46 * size, 6 * size, 56 * size)

    return draw


def hospital(dice: Dice) -> Canvas:
    """A bed at the window, early or late."""
    bright, middle, deep = dice.pick((LIGHTS[1], LIGHTS[0], ("#d7e6dc", "#9cbcae", "#3f5f5a")))
    canvas = Canvas(mixed("#eef2f0", middle, 0.25), mixed("#dfe7e4", middle, 0.45))
    canvas.box(0, 640, WIDTH, 260, mixed("#c9d3d1", middle, 0.4), mixed("#93a3a3", deep, 0.4))
    x = dice.pick((880, 980))
    canvas.box(x - 14, 96, 528, 398, "#f7f8f6")
    canvas.box(x, 110, 500, 370, middle, bright, "#fffdf6")
    view = [
        (hx, min(480, max(330, hy))) for hx, hy in ridge(dice, 420, 110)[:-2] if x <= hx <= x + 500
    ]
    canvas.polygon([(x, 480), *view, (x + 500, 480)], mixed(middle, deep, 0.3))
    canvas.box(x + 245, 96, 10, 398, "#f7f8f6")
    canvas.light(
        lambda p: p.polygon([(x, 110), (x + 500, 110), (x - 60, 900), (x - 760, 900)]),
        bright,
        34,
        0.34,
    )
    curtain = mixed("#8fc1b5", middle, 0.35)
    for fold in range(7):
        canvas.box(
            x + 440 + fold * 26, 60, 26, 600, mixed(curtain, "#ffffff", 0.25 * (fold % 2)), curtain
        )
    frame = "#7d8b92"
    canvas.shape(lambda pencil: _bed(pencil), frame)
    canvas.shape(lambda pencil: pencil.box(190, 560, 640, 110, 26), "#fbfcfb")
    canvas.shape(lambda pencil: pencil.box(380, 548, 452, 130, 26), mixed("#a9cfe0", middle, 0.3))
    canvas.shape(lambda pencil: pencil.box(206, 518, 160, 70, 28), "#ffffff")
    canvas.shape(lambda pencil: _drip(pencil), mixed(frame, deep, 0.4))
    canvas.shape(lambda pencil: pencil.box(84, 220, 44, 92, 12), "#dcecf2")
    canvas.shape(
        lambda pencil: _flowers(pencil, dice), dice.pick(("#e2708a", "#f0a13c", "#d95a4a"))
    )
    canvas.box(886, 640, 130, 150, "#e6dccb", "#b9a98f")
    canvas.shape(lambda pencil: pencil.box(932, 590, 38, 54, 8), "#86b3c0")
    return canvas


def _bed(pencil: Pencil) -> None:
    pencil.box(150, 470, 22, 330, 10)
    pencil.box(838, 540, 22, 260, 10)
    pencil.box(150, 660, 706, 26, 8)
    for y in (490, 530, 570):
        pencil.box(150, y, 36, 8)
    for x in (161, 849):
        pencil.disc(x, 806, 18)


def _drip(pencil: Pencil) -> None:
    pencil.box(60, 190, 7, 620)
    pencil.box(60, 190, 52, 7)
    pencil.box(104, 190, 4, 34)
    pencil.line([(106, 310), (110, 460), (180, 540), (250, 590)], 3)
    pencil.box(20, 806, 90, 9, 4)


def _flowers(pencil: Pencil, dice: Dice) -> None:
    for _flower in range(11):
        pencil.disc(dice.between(912, 990), dice.between(530, 592), dice.between(10, 18))
