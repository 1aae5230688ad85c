"""The pencil that silhouettes are drawn with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900

Points = Sequence[tuple[float, float]]
Draw = Callable[["Pencil"], None]


class Pencil:
    """Remembers what is drawn, to draw it where it is needed and as large."""

    def __init__(self) -> None:
        self._strokes: list[tuple[str, list[tuple[float, float]], float]] = []

    @classmethod
    def of(cls, draw: Draw) -> Pencil:
        pencil = cls()
        draw(pencil)
        return pencil

    def polygon(self, points: Points) -> None:
        self._strokes.append(("polygon", list(points), 0))

    def line(self, points: Points, width: float) -> None:
        self._strokes.append(("line", list(points), width))

    def box(self, x: float, y: float, w: float, h: float, radius: float = 0) -> None:
        self._strokes.append(("box", [(x, y), (x + w, y + h)], radius))

    def disc(self, x: float, y: float, rx: float, ry: float | None = None) -> None:
        tall = rx if ry is None else ry
        self._strokes.append(("disc", [(x - rx, y - tall), (x + rx, y + tall)], 0))

    def area(self, margin: float) -> tuple[int, int, int, int] | None:
        """The part of the canvas that was drawn upon, with a margin; None when there is none."""
        points = [point for _kind, points, _width in self._strokes for point in points]
        if not points:
            return None
        reach = margin + max(width for _kind, _points, width in self._strokes) / 2
        left, right = min(x for x, _y in points) - reach, max(x for x, _y in points) + reach
        top, bottom = min(y for _x, y in points) - reach, max(y for _x, y in points) + reach
        area = (
            max(0, int(left)),
            max(0, int(top)),
            min(WIDTH, int(right)),
            min(HEIGHT, int(bottom)),
        )
        return area if area[0] < area[2] and area[1] < area[3] else None

    def sheet(self, area: tuple[int, int, int, int], scale: float, strength: float) -> Image.Image:
        """What was drawn, in that part of the canvas, enlarged or reduced."""
        left, top, right, bottom = area
        size = (max(1, round((right - left) * scale)), max(1, round((bottom - top) * scale)))
        sheet = Image.new("L", size)
        draw, fill = ImageDraw.Draw(sheet), round(255 * strength)
        for kind, points, width in self._strokes:
            scaled = [((x - left) * scale, (y - top) * scale) for x, y in points]
            if kind == "polygon":
                draw.polygon(scaled, fill=fill)
            elif kind == "line":
                draw.line(scaled, fill, max(1, round(width * scale)), joint="curve")
            elif kind == "disc":
                draw.ellipse(scaled, fill=fill)
            elif width:
                draw.rounded_rectangle(scaled, width * scale, fill=fill)
            else:
                draw.rectangle(scaled, fill=fill)
        return sheet


def each[T](items: Iterable[T], draw: Callable[[Pencil, T], None]) -> Draw:
    """Draws every one of the items."""

    def draw_all(pencil: Pencil) -> None:
        for item in items:
            draw(pencil, item)

    return draw_all


def disc(x: float, y: float, rx: float, ry: float | None = None) -> Draw:
    return lambda pencil: pencil.disc(x, y, rx, ry)


def line(points: Points, width: float) -> Draw:
    return lambda pencil: pencil.line(points, width)


def polygon(points: Points) -> Draw:
    return lambda pencil: pencil.polygon(points)


def steps(start: float, end: float, count: int) -> list[float]:
    """From start to end, both included."""
    return [start + (end - start) * n / count for n in range(count + 1)]
