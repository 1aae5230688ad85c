"""Painted scenes for galleries: each drawn from its name and a seed, always the same."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from catalog.artwork.dice import Dice
from catalog.artwork.scenes.canvas import Canvas
from catalog.artwork.scenes.evenings import kitchen, stage
from catalog.artwork.scenes.outdoors import blossom, forest, hills, sea, snow
from catalog.artwork.scenes.rooms import classroom, hospital
from catalog.artwork.scenes.town import city_night, street
from catalog.artwork.scenes.travel import palace, train
from catalog.artwork.scenes.window import rain_window

SCENES: dict[str, Callable[[Dice], Canvas]] = {
    "city-night": city_night,
    "sea": sea,
    "hills": hills,
    "rain-window": rain_window,
    "classroom": classroom,
    "hospital": hospital,
    "palace": palace,
    "street": street,
    "snow": snow,
    "blossom": blossom,
    "forest": forest,
    "stage": stage,
    "kitchen": kitchen,
    "train": train,
}


def scene_image(scene: str, seed: str) -> Image.Image:
    """1600 by 900 pixels, RGB. Raises KeyError for a scene that is not in SCENES."""
    dice = Dice(f"{scene}\0{seed}")
    canvas = SCENES[scene](dice)
    return canvas.finished(turned=dice.fraction() < 0.5)
