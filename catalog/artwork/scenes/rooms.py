<<<<<<< HEAD
"""Scenes within four walls."""
=======
"""Scenes within four walls, by day."""
>>>>>>> pictures

from __future__ import annotations

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
from catalog.artwork.scenes.canvas import Canvas, ridge
<<<<<<< HEAD
from catalog.artwork.scenes.pencil import HEIGHT, WIDTH, Draw, Pencil
from catalog.artwork.scenes.weather import person
=======
from catalog.artwork.scenes.pencil import WIDTH, Draw, Pencil
>>>>>>> pictures

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
<<<<<<< HEAD


def stage(dice: Dice) -> Canvas:
    """Singers in the light, and hands before them."""
    colours = dice.pick(
        (
            ("#ff4f8b", "#7a5cff", "#36c8ff"),
            ("#ff9d3c", "#ff4f4f", "#ffe08a"),
            ("#4fd8c0", "#3f6bff", "#c86bff"),
        )
    )
    canvas = Canvas("#05040c", "#150b2a", "#2a1140")
    canvas.box(
        240, 250, 1120, 330, mixed("#120b22", colours[1], 0.35), mixed("#120b22", colours[0], 0.6)
    )
    beams = [(150 + n * 260, dice.between(-260, 260), colours[n % 3]) for n in range(6)]
    for x, lean, colour in beams:
        cone = [(x - 8, -20), (x + 8, -20), (x + lean + 120, 780), (x + lean - 120, 780)]
        canvas.light(lambda pencil, cone=cone: pencil.polygon(cone), colour, 18, 0.5)
        canvas.glow(x, 6, 46, "#ffffff", 0.8)
    canvas.box(0, 700, WIDTH, 200, mixed("#1a1028", colours[0], 0.3), "#05040a")
    canvas.glow(800, 720, 420, colours[2], 0.35)
    count = dice.pick((3, 5, 7))
    places = [800 + (n - (count - 1) / 2) * 150 for n in range(count)]
    canvas.shape(lambda pencil: [person(pencil, x, 735, 230) for x in places], "#0a0714")
    crowd = "#030208"

    def heads(pencil: Pencil) -> None:
        for _head in range(46):
            x, y = dice.between(0, WIDTH), dice.between(830, 890)
            pencil.disc(x, y, 30, 34)
            pencil.box(x - 46, y + 24, 92, 100, 30)
            if dice.fraction() < 0.45:
                pencil.line([(x + 34, y + 60), (x + 40 + dice.between(-20, 30), y - 100)], 15)

    canvas.shape(heads, crowd)
    for _stick in range(22):
        x, y = dice.between(20, WIDTH), dice.between(690, 800)
        canvas.shape(
            lambda pencil, x=x, y=y: pencil.line([(x, y), (x + 9, y - 42)], 7), dice.pick(colours)
        )
    canvas.glow(800, 840, 300, colours[0], 0.2)
    return canvas


def kitchen(dice: Dice) -> Canvas:
    """A counter at night: lanterns, steam, somebody eating."""
    warm = dice.pick(("#f2a54a", "#ef7f45", "#f0bf62"))
    wall = mixed("#3a2019", warm, 0.16)
    canvas = Canvas(mixed(wall, "#0d0709", 0.55), wall)
    for shelf in (250, 360):
        canvas.box(180, shelf, 1240, 14, "#8a5a36", "#5d3a25")

        def bottles(pencil: Pencil, shelf: int = shelf) -> None:
            x = 200
            while x < 1390:
                w, h = dice.between(20, 44), dice.between(36, 84)
                pencil.box(x, shelf - h, w, h, 7)
                pencil.box(x + w * 0.32, shelf - h - 16, w * 0.36, 20, 3)
                x += w + dice.between(8, 46)

        canvas.shape(bottles, dice.pick(("#56755f", "#a8572f", "#c9a268", "#3f5d70")))
    cloth = dice.pick(("#2d4a78", "#8f2a26", "#33604f"))
    for n in range(5):
        canvas.box(150 + n * 264, 0, 252, 150, cloth, mixed(cloth, "#000000", 0.3))
        canvas.shape(lambda pencil, n=n: pencil.disc(276 + n * 264, 74, 34), "#efe3cd", 0.9)
    for x in (90, 1510):
        canvas.shape(lambda pencil, x=x: pencil.disc(x, 250, 62, 84), "#e2502f")
        canvas.box(x - 30, 160, 60, 14, "#1a1013")
        canvas.box(x - 30, 326, 60, 14, "#1a1013")
        canvas.glow(x, 250, 230, "#ff8a4a", 0.6)
    canvas.glow(800, 430, 560, warm, 0.42)
    guests = dice.shuffled((330, 560, 1040, 1270))[: dice.between(2, 3)]
    canvas.shape(lambda pencil: [_guest(pencil, x) for x in guests], "#150d12")
    canvas.box(0, 690, WIDTH, 34, "#d99b5d", "#a86b3b")
    canvas.box(0, 724, WIDTH, 176, "#6d4028", "#2c1812")
    pot = 800
    canvas.shape(lambda pencil: _pot(pencil, pot), "#2b2a30")
    canvas.light(lambda pencil: _steam(pencil, dice, pot), "#fff3e0", 15, 0.5)
    for x in guests:
        canvas.shape(lambda pencil, x=x: _bowl(pencil, x + 8), "#f1e7d6")
        canvas.light(lambda pencil, x=x: _steam(pencil, dice, x + 8, 640, 2), "#fff3e0", 12, 0.32)
    return canvas


def _guest(pencil: Pencil, x: float) -> None:
    pencil.disc(x, 478, 52, 58)
    pencil.box(x - 18, 520, 36, 40)
    pencil.box(x - 104, 556, 208, HEIGHT - 556, 70)


def _pot(pencil: Pencil, x: float) -> None:
    pencil.box(x - 130, 560, 260, 132, 22)
    pencil.box(x - 144, 552, 288, 18, 8)
    pencil.box(x - 176, 592, 352, 18, 9)


def _bowl(pencil: Pencil, x: float) -> None:
    pencil.polygon([(x - 62, 650), (x + 62, 650), (x + 38, 694), (x - 38, 694)])
    pencil.line([(x - 10, 652), (x + 84, 604)], 4)


def _steam(pencil: Pencil, dice: Dice, x: float, foot: int = 545, plumes: int = 5) -> None:
    for plume in range(plumes):
        at, y = x + (plume - (plumes - 1) / 2) * 44, float(foot)
        line = [(at, y)]
        for _step in range(9):
            at, y = at + dice.between(-20, 20), y - 26
            line.append((at, y))
        pencil.line(line, 18)
=======
>>>>>>> pictures
