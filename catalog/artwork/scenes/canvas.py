"""What scenes are painted with: gradients, silhouettes with smooth edges, light and weather."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from catalog.artwork.dice import Dice

WIDTH, HEIGHT = 1600, 900
# Silhouettes are drawn twice as large and reduced, for smooth edges.
FINE = 2
# Light is blurred on a small sheet: it has no edges to lose.
COARSE = 8

Points = Sequence[tuple[float, float]]


class Canvas:
    """1600 by 900 pixels; all coordinates are in these."""

    def __init__(self, *sky: str) -> None:
        self.image = gradient((WIDTH, HEIGHT), *sky)

    def shape(self, draw: Callable[[Pencil], None], colour: str, opacity: float = 1) -> None:
        """What ``draw`` draws, in one colour."""
        mask = Image.new("L", (WIDTH * FINE, HEIGHT * FINE))
        draw(Pencil(mask, round(255 * opacity)))
        self.image.paste(ImageColor.getrgb(colour), mask=mask.reduce(FINE))

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

    def light(
        self, draw: Callable[[Pencil], None], colour: str, blur: float, strength: float = 1
    ) -> None:
        mask = Image.new("L", (WIDTH // COARSE, HEIGHT // COARSE))
        draw(Pencil(mask, round(255 * strength), 1 / COARSE))
        soft = mask.filter(ImageFilter.GaussianBlur(blur / COARSE))
        lit = Image.new("RGB", soft.size)
        lit.paste(ImageColor.getrgb(colour), mask=soft)
        self.image = ImageChops.screen(
            self.image, lit.resize(self.image.size, Image.Resampling.BILINEAR)
        )

    def haze(self, top: float, bottom: float, colour: str, strength: float) -> None:
        """Mist that thickens towards ``bottom``."""
        column = Image.new("L", (1, HEIGHT // 4))
        for y in range(column.height):
            depth = min(1.0, max(0.0, (y * 4 - top) / (bottom - top)))
            column.putpixel((0, y), round(255 * strength * depth))
        mask = column.resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(ImageColor.getrgb(colour), mask=mask)

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

    def finished(self) -> Image.Image:
        """With the corners a little darker, and the grain of film."""
        edge = Image.radial_gradient("L").point(lambda v: round(max(0, v - 120) * 0.6))
        wide = edge.resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste((8, 6, 14), mask=wide)
        grain = Image.effect_noise((WIDTH // 2, HEIGHT // 2), 22).resize(self.image.size)
        return Image.blend(self.image, ImageChops.soft_light(self.image, grain.convert("RGB")), 0.35)


class Pencil:
    """Draws in the canvas's coordinates on a sheet of any scale."""

    def __init__(self, sheet: Image.Image, strength: int, scale: float = FINE) -> None:
        self._draw = ImageDraw.Draw(sheet)
        self._strength = strength
        self._scale = scale

    def _scaled(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * self._scale, y * self._scale) for x, y in points]

    def polygon(self, points: Points) -> None:
        self._draw.polygon(self._scaled(points), fill=self._strength)

    def line(self, points: Points, width: float) -> None:
        thickness = max(1, round(width * self._scale))
        self._draw.line(self._scaled(points), self._strength, thickness, joint="curve")

    def box(self, x: float, y: float, w: float, h: float, radius: float = 0) -> None:
        corners = self._scaled([(x, y), (x + w, y + h)])
        if radius:
            self._draw.rounded_rectangle(corners, radius * self._scale, fill=self._strength)
        else:
            self._draw.rectangle(corners, fill=self._strength)

    def disc(self, x: float, y: float, rx: float, ry: float | None = None) -> None:
        tall = rx if ry is None else ry
        corners = self._scaled([(x - rx, y - tall), (x + rx, y + tall)])
        self._draw.ellipse(corners, fill=self._strength)


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
        for left, right in zip(heights, heights[1:], strict=False):
            finer += [left, (left + right) / 2 + rough * (dice.fraction() - 0.5)]
        heights = [*finer, heights[-1]]
        rough *= 0.52
    width = WIDTH / (len(heights) - 1)
    return [*((n * width, h) for n, h in enumerate(heights)), (WIDTH, HEIGHT), (0, HEIGHT)]
