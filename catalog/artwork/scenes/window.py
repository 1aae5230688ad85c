"""The view through a wet window."""

from __future__ import annotations

import math

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import mixed
from catalog.artwork.scenes.canvas import Canvas
from catalog.artwork.scenes.nights import NIGHTS
from catalog.artwork.scenes.pencil import (
    HEIGHT,
    WIDTH,
    Draw,
    Pencil,
    disc,
)

Bead = tuple[float, float, float]


def rain_window(dice: Dice) -> Canvas:
    night = dice.pick(NIGHTS)
    canvas = Canvas(night[0], night[1], mixed(night[2], night[1], 0.5), night[0])
    colours = ("#ff9d5c", "#ffd48a", "#ff6a6a", "#7fd0d8", "#f2f0d8", "#c07be0")
    for _light in range(46):
        colour, size = dice.pick(colours), dice.between(20, 66)
        x, y = dice.between(0, WIDTH), 300 + dice.between(0, 480)
        canvas.shape(disc(x, y, size), colour, 0.22 + 0.42 * dice.fraction())
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


def _drops(dice: Dice) -> tuple[list[Bead], list[Bead]]:
    beads: list[Bead] = [
        (dice.between(0, WIDTH), dice.between(30, 815), 2.5 + 11 * dice.fraction() ** 3)
        for _bead in range(330)
    ]
    trails = [(x, y, r) for x, y, r in beads if r > 9]
    return trails, beads


def _lines(trails: list[Bead]) -> Draw:
    def draw(pencil: Pencil) -> None:
        for x, y, r in trails:
            length = r * 26
            pencil.line([(x - 2, y - length), (x + 2, y - length / 2), (x, y)], r * 0.7)

    return draw


def _discs(beads: list[Bead], shift: float, share: float) -> Draw:
    def draw(pencil: Pencil) -> None:
        for x, y, r in beads:
            pencil.disc(x + r * shift, y + r * shift, r * share, r * share * 1.15)

    return draw


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
    canvas.shape(disc(x + 62, 766, 18), "#2a2230")
    canvas.shape(lambda pencil: pencil.box(x - 56, 790, 112, 34, 10), "#c9b8a6")
