"""What scenes are painted with: gradients, silhouettes with smooth edges, light and weather."""

from __future__ import annotations

import hashlib
from functools import cache
from itertools import pairwise

from PIL import Image, ImageChops, ImageColor, ImageFilter, ImageOps

from catalog.artwork.dice import Dice
from catalog.artwork.scenes.pencil import HEIGHT, WIDTH, Draw, Pencil, Points

# Silhouettes are drawn twice as large and reduced, for smooth edges.
FINE = 2
# Light is blurred on a small sheet: it has no edges to lose.
COARSE = 8


class Canvas:
    """1600 by 900 pixels; all coordinates are in these."""

    def __init__(self, *sky: str) -> None:
        self.image = gradient((WIDTH, HEIGHT), *sky)

    def shape(self, draw: Draw, colour: str, opacity: float = 1) -> None:
        """What ``draw`` draws, in one colour."""
        pencil = Pencil.of(draw)
        area = pencil.area(2)
        if area is None:
            return
        mask = pencil.sheet(area, FINE, opacity).reduce(FINE)
        self.image.paste(ImageColor.getrgb(colour), area, mask)

    def polygon(self, points: Points, colour: str, opacity: float = 1) -> None:
        self.shape(lambda pencil: pencil.polygon(points), colour, opacity)

    def box(self, x: float, y: float, w: float, h: float, *colours: str) -> None:
        """A rectangle, with its colours from the top down."""
        left, top, right, bottom = (round(v) for v in (x, y, x + w, y + h))
        if right > left and bottom > top:
            self.image.paste(gradient((right - left, bottom - top), *colours), (left, top))

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 1) -> None:
        """Light that spreads from a point and adds to what is there."""
        self.light(lambda pencil: pencil.disc(x, y, radius * 0.55), colour, radius * 0.4, strength)

    def light(self, draw: Draw, colour: str, blur: float, strength: float = 1) -> None:
        """What ``draw`` draws, as light: blurred, and added to what is there."""
        pencil = Pencil.of(draw)
        area = pencil.area(3 * blur)
        if area is None:
            return
        sheet = pencil.sheet(area, 1 / COARSE, strength)
        soft = sheet.filter(ImageFilter.GaussianBlur(blur / COARSE))
        lit = Image.new("RGB", soft.size)
        lit.paste(ImageColor.getrgb(colour), mask=soft)
        there = self.image.crop(area)
        added = ImageChops.screen(there, lit.resize(there.size, Image.Resampling.BILINEAR))
        self.image.paste(added, area)

    def haze(self, top: float, bottom: float, colour: str, strength: float) -> None:
        """Mist that thickens towards ``bottom``."""
        first = max(0, round(top))
        column = Image.new("L", (1, HEIGHT - first))
        for y in range(column.height):
            depth = min(1.0, (first + y - top) / (bottom - top))
            column.putpixel((0, y), round(255 * strength * depth))
        mask = column.resize((WIDTH, column.height), Image.Resampling.NEAREST)
        self.image.paste(ImageColor.getrgb(colour), (0, first), mask)

    def blur(self, radius: float) -> None:
        """Put everything so far out of focus."""
        small = self.image.reduce(4).filter(ImageFilter.GaussianBlur(radius / 4))
        self.image = small.resize(self.image.size, Image.Resampling.BICUBIC)

    def mirror(self, horizon: float, darkness: str, share: float = 0.5) -> None:
        """Below the horizon, what is above it, as water shows it."""
        at = round(horizon)
        depth = HEIGHT - at
        above = self.image.crop((0, max(0, at - depth), WIDTH, at))
        water = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((WIDTH, depth))
        water = water.reduce((6, 2)).filter(ImageFilter.GaussianBlur(2)).resize((WIDTH, depth))
        self.image.paste(Image.blend(water, Image.new("RGB", water.size, darkness), share), (0, at))

    def finished(self, turned: bool = False) -> Image.Image:
        """With the corners a little darker, and the grain of film; perhaps mirrored."""
        self.image.paste((8, 6, 14), mask=_corners())
        grainy = ImageChops.soft_light(self.image, _grain())
        return ImageOps.mirror(grainy) if turned else grainy


@cache
def _corners() -> Image.Image:
    edge = Image.radial_gradient("L").point(lambda v: round(max(0, v - 130) * 0.42))
    return edge.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)


@cache
def _grain() -> Image.Image:
    """Noise about the middle grey, the same in every process."""
    size = (WIDTH // 2, HEIGHT // 2)
    noise = hashlib.shake_128(b"grain").digest(size[0] * size[1])
    grey = Image.frombytes("L", size, noise).point(lambda v: 128 + (v - 128) // 14)
    return grey.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR).convert("RGB")


def gradient(size: tuple[int, int], *colours: str) -> Image.Image:
    """From the top down."""
    if len(colours) == 1:
        return Image.new("RGB", size, colours[0])
    column = Image.new("RGB", (1, len(colours)))
    for y, colour in enumerate(colours):
        column.putpixel((0, y), ImageColor.getrgb(colour))
    # The centres of the first and last pixel are what shall lie on the edges.
    inner = (0, 0.5, 1, len(colours) - 0.5)
    return column.resize(size, Image.Resampling.BILINEAR, box=inner)


def ridge(dice: Dice, y: float, rough: float, steps: int = 7) -> list[tuple[float, float]]:
    """The line of hills across the picture, closed below: by halving, each time less rough."""
    heights = [y + rough * (dice.fraction() - 0.5) for _end in range(3)]
    for _step in range(steps):
        finer: list[float] = []
        for left, right in pairwise(heights):
            finer += [left, (left + right) / 2 + rough * (dice.fraction() - 0.5)]
        heights = [*finer, heights[-1]]
        rough *= 0.52
    width = WIDTH / (len(heights) - 1)
    return [*((n * width, h) for n, h in enumerate(heights)), (WIDTH, HEIGHT), (0, HEIGHT)]
