"""Where people spend an evening."""

from __future__ import annotations

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
from catalog.artwork.scenes.canvas import Canvas
from catalog.artwork.scenes.pencil import HEIGHT, WIDTH, Pencil, disc, each, line, polygon
from catalog.artwork.scenes.weather import person


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
        canvas.light(polygon(cone), colour, 18, 0.5)
        canvas.glow(x, 6, 46, "#ffffff", 0.8)
    canvas.box(0, 700, WIDTH, 200, mixed("#1a1028", colours[0], 0.3), "#05040a")
    canvas.glow(800, 720, 420, colours[2], 0.35)
    count = dice.pick((3, 5, 7))
    places = [800 + (n - (count - 1) / 2) * 150 for n in range(count)]
    canvas.shape(each(places, lambda pencil, x: person(pencil, x, 735, 230)), "#0a0714")
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
        canvas.shape(line([(x, y), (x + 9, y - 42)], 7), dice.pick(colours))
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
        canvas.shape(disc(276 + n * 264, 74, 34), "#efe3cd", 0.9)
    for x in (90, 1510):
        canvas.shape(disc(x, 250, 62, 84), "#e2502f")
        canvas.box(x - 30, 160, 60, 14, "#1a1013")
        canvas.box(x - 30, 326, 60, 14, "#1a1013")
        canvas.glow(x, 250, 230, "#ff8a4a", 0.6)
    canvas.glow(800, 430, 560, warm, 0.42)
    guests = dice.shuffled((330, 560, 1040, 1270))[: dice.between(2, 3)]
    canvas.shape(each(guests, _guest), "#150d12")
    canvas.box(0, 690, WIDTH, 34, "#d99b5d", "#a86b3b")
    canvas.box(0, 724, WIDTH, 176, "#6d4028", "#2c1812")
    pot = 800
    canvas.shape(lambda pencil: _pot(pencil, pot), "#2b2a30")
    canvas.light(lambda pencil: _steam(pencil, dice, pot), "#fff3e0", 15, 0.5)
    for x in guests:
        canvas.shape(each([x + 8], _bowl), "#f1e7d6")
        canvas.light(
            each([x + 8], lambda pencil, at: _steam(pencil, dice, at, 640, 2)), "#fff3e0", 12, 0.32
        )
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
