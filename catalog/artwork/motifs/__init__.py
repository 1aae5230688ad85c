"""Motifs of posters: simple shapes that fill a window of any size, in colours of a palette."""

from __future__ import annotations

from collections.abc import Callable

from catalog.artwork.dice import Dice
from catalog.artwork.motifs.figures import arches, flower, orbits, slants, threads, tiles, two
from catalog.artwork.motifs.scenery import (
    bamboo,
    city,
    doorway,
    peaks,
    setting_sun,
    stairs,
    umbrella,
    waves,
)
from catalog.artwork.palettes import Palette

# Of a width and a height in units of the drawing.
Motif = Callable[[Dice, Palette, int, int], str]

MOTIFS: tuple[Motif, ...] = (
    setting_sun,
    arches,
    waves,
    tiles,
    peaks,
    city,
    orbits,
    umbrella,
    flower,
    slants,
    stairs,
    threads,
    two,
    doorway,
    bamboo,
)
