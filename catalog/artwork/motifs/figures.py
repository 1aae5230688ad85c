"""Motifs of pure form."""

from __future__ import annotations

import math

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import Palette
from catalog.artwork.shapes import circle, path, points, rect, strokes


def arches(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Arches within arches, standing on the ground or falling from a corner."""
    x = dice.pick((0, w, w / 2))
    colours = [p.a, p.c, p.b, p.ink]
    turn = dice.between(0, 3)
    reach = math.hypot(w, h) * 0.92 if x != w / 2 else max(w * 0.62, h * 0.95)
    step = reach / 7
    rings = (
        circle(x, h, reach - number * step, colours[(number + turn) % 4]) for number in range(7)
    )
    return rect(0, 0, w, h, p.b) + "".join(rings)


def tiles(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Quarter circles in squares, turned as they fall."""
    side = dice.pick((w / 4, w / 5, w / 3))
    quarters = {
        0: "h{s}a{s} {s} 0 0 1-{s} {s}z",
        1: "h{s}v{s}a{s} {s} 0 0 1-{s}-{s}z",
        2: "m{s} 0v{s}h-{s}a{s} {s} 0 0 1 {s}-{s}z",
        3: "v{s}h{s}a{s} {s} 0 0 0-{s}-{s}z",
    }
    colours = (p.a, p.c, p.ink)
    drawn = dict.fromkeys(colours, "")
    for row in range(math.ceil(h / side)):
        for column in range(round(w / side)):
            shape = quarters[dice.between(0, 3)].format(s=f"{side:.0f}")
            drawn[dice.pick(colours)] += f"M{column * side:.0f} {row * side:.0f}{shape}"
    return rect(0, 0, w, h, p.b) + "".join(path(data, colour) for colour, data in drawn.items())


def orbits(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Circles around a centre, and what travels on them."""
    x, y = w * dice.pick((0.3, 0.5, 0.7)), h * dice.pick((0.4, 0.5, 0.6))
    reach = max(w, h) * 0.86
    shapes = [rect(0, 0, w, h, p.b), circle(x, y, reach * 0.12, p.a)]
    for number in range(1, 6):
        radius = reach * (0.12 + 0.16 * number)
        shapes.append(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="none" '
            f'stroke="{p.ink}" stroke-width="2.5"/>'
        )
        angle = dice.fraction() * math.tau
        size = dice.between(8, 22)
        shapes.append(
            circle(
                x + radius * math.cos(angle),
                y + radius * math.sin(angle),
                size,
                (p.c, p.a)[number % 2],
            )
        )
    return "".join(shapes)


def flower(dice: Dice, p: Palette, w: int, h: int) -> str:
    """A great flower, not wholly in the window."""
    x, y = w * dice.pick((0.22, 0.5, 0.78)), h * dice.pick((0.45, 0.62))
    count, length = dice.pick((6, 8, 10, 12)), max(w, h) * dice.pick((0.52, 0.6))
    broad = length * math.tan(math.pi / count) * 1.05
    petals = "".join(
        f'<path transform="rotate({360 * n / count:.0f})" fill="{(p.a, p.c)[n % 2]}" '
        f'd="M0 0C{broad:.0f}-{length * 0.45:.0f} {broad * 0.7:.0f}-{length:.0f} 0-{length:.0f}'
        f'S-{broad:.0f}-{length * 0.45:.0f} 0 0z"/>'
        for n in range(count)
    )
    centre = circle(0, 0, length * 0.15, p.ink) + circle(0, 0, length * 0.07, p.ground)
    moved = f'<g transform="translate({x:.0f} {y:.0f})">{petals}{centre}</g>'
    return rect(0, 0, w, h, p.b) + moved


def slants(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Broad slanting stripes, and a disc that lies behind one of them."""
    lean = dice.pick((-0.6, 0.6, 0.9)) * h
    shapes = [rect(0, 0, w, h, p.b)]
    disc = dice.between(1, 3)
    x, number = -abs(lean) * 1.1, 0
    while x < w + abs(lean):
        width = dice.pick((22, 46, 80))
        if number == disc + 2:
            shapes.append(circle(w * 0.5, h * 0.5, min(w, h) * 0.3, p.a))
        band = ((x, h), (x + lean, 0), (x + lean + width, 0), (x + width, h))
        shapes.append(path(points(band) + "z", (p.c, p.ink, p.a)[number % 3]))
        x, number = x + width + dice.pick((26, 52)), number + 1
    return "".join(shapes)


def threads(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Threads drawn tight between two edges: straight lines that make a curve."""
    count = dice.pick((16, 20, 24))
    first = "".join(f"M0 {h * n / count:.0f}L{w * n / count:.0f} {h}" for n in range(count + 1))
    second = "".join(f"M{w} {h * n / count:.0f}L{w * n / count:.0f} 0" for n in range(count + 1))
    knot = circle(w / 2, h / 2, min(w, h) * 0.14, p.a)
    return rect(0, 0, w, h, p.b) + strokes(first, p.ink, 2) + strokes(second, p.c, 2) + knot


def two(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Two discs, and what they share."""
    r, apart = min(w, h) * 0.36, dice.pick((0.5, 0.62, 0.72))
    d = r * apart
    x, y = w / 2, h / 2
    if dice.fraction() < 0.5:
        one, other, rise = (x - d, y), (x + d, y), math.sqrt(r * r - d * d)
        ends = (x, y - rise, x, y + rise)
    else:
        one, other, rise = (x, y + d), (x, y - d), math.sqrt(r * r - d * d)
        ends = (x - rise, y, x + rise, y)
    lens = "M{:.0f} {:.0f}A{r:.0f} {r:.0f} 0 0 1 {:.0f} {:.0f}A{r:.0f} {r:.0f} 0 0 1 {:.0f} {:.0f}z"
    shared = path(lens.format(*ends, *ends[:2], r=r), p.ink)
    return rect(0, 0, w, h, p.b) + circle(*one, r, p.a) + circle(*other, r, p.c) + shared
