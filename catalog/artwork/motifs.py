"""Motifs of posters: simple shapes that fill a window of any size, in colours of a palette."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import Palette

Motif = Callable[[Dice, Palette, int, int], str]


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<path fill="{fill}" d="M{x:.0f} {y:.0f}h{width:.0f}v{height:.0f}h{-width:.0f}z"/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{fill}"/>'


def path(data: str, fill: str) -> str:
    return f'<path fill="{fill}" d="{data}"/>'


def strokes(data: str, colour: str, width: float, cap: str = "") -> str:
    end = f' stroke-linecap="{cap}"' if cap else ""
    return f'<path fill="none" stroke="{colour}" stroke-width="{width:g}"{end} d="{data}"/>'


def points(pairs: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in pairs)


def setting_sun(dice: Dice, p: Palette, w: int, h: int) -> str:
    """A sun that goes down in the sea, cut by its swell."""
    x, y, radius = w * (0.3 + 0.4 * dice.fraction()), h * 0.55, min(w, h) * 0.36
    shapes = [rect(0, 0, w, h, p.b), circle(x, y, radius, p.a)]
    top, thickness = y, 3.0
    while top < h:
        shapes.append(rect(0, top, w, thickness, p.c))
        top += thickness + max(4, 22 - thickness)
        thickness *= 1.6
    return "".join(shapes)


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


def waves(dice: Dice, p: Palette, w: int, h: int) -> str:
    """A moon over rows of waves."""
    moon = circle(w * (0.2 + 0.6 * dice.fraction()), h * 0.27, min(w, h) * 0.15, p.a)
    colours = dice.pick(
        ((p.c, p.ground, p.c, p.a), (p.c, p.a, p.ink, p.c), (p.a, p.c, p.ground, p.c))
    )
    rows = []
    for row in range(4):
        half = dice.pick((34, 45, 58))
        y = h * (0.46 + 0.14 * row)
        crests = f"q{half / 2:.0f} {-half * 0.7:.0f} {half} 0t{half} 0" * (w // half // 2 + 2)
        start = -dice.between(0, half * 2)
        rows.append(path(f"M{start} {y:.0f}{crests}V{h}H{start}z", colours[row]))
    return rect(0, 0, w, h, p.b) + moon + "".join(rows)


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


def peaks(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Ridges, one behind the other, under a moon."""
    shapes = [
        rect(0, 0, w, h, p.b),
        circle(w * (0.25 + 0.5 * dice.fraction()), h * 0.36, min(w, h) * 0.2, p.a),
    ]
    for level, colour in ((0.52, p.c), (0.68, p.ink), (0.84, p.a)):
        ridge = [(x, h * (level + 0.2 * (dice.fraction() - 0.5))) for x in range(-20, w + 70, 62)]
        ridge = [(x, y + (26 if n % 2 else -26)) for n, (x, y) in enumerate(ridge)]
        shapes.append(path(points([*ridge, (w + 20, h), (-20, h)]) + "z", colour))
    return "".join(shapes)


def city(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Houses at night, some windows lit."""
    moon = circle(w * (0.2 + 0.6 * dice.fraction()), h * 0.2, min(w, h) * 0.11, p.a)
    back = front = windows = ""
    x = -10
    while x < w:
        width = dice.between(34, 58)
        back += f"M{x} {h}V{h * (0.32 + 0.3 * dice.fraction()):.0f}h{width}V{h}z"
        x += width
    x = -dice.between(0, 40)
    while x < w:
        width, top = dice.between(56, 96), h * (0.5 + 0.26 * dice.fraction())
        front += f"M{x} {h}V{top:.0f}h{width}V{h}z"
        for row in range(int((h - top - 14) / 26)):
            for column in range(int((width - 16) / 20)):
                if dice.fraction() < 0.4:
                    windows += f"M{x + 14 + column * 20} {top + 16 + row * 26:.0f}h8v12h-8z"
        x += width + dice.pick((0, 0, 14))
    return rect(0, 0, w, h, p.b) + moon + path(back, p.c) + path(front, p.ink) + path(windows, p.a)


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


def umbrella(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Rain, and somebody's umbrella in it."""
    lean = dice.pick((-12, 10, 16))
    drops = "".join(
        f"M{dice.between(-10, w)} {dice.between(-20, h)}l{lean} {dice.between(34, 70)}"
        for _drop in range(46)
    )
    x, y, r = w * dice.pick((0.4, 0.5, 0.6)), h * 0.62, min(w * 0.36, h * 0.4)
    rib = r / 3
    scallops = f"a{rib:.0f} {rib * 0.7:.0f} 0 0 0-{rib * 2:.0f} 0" * 3
    roof = f"M{x - r:.0f} {y:.0f}a{r:.0f} {r:.0f} 0 0 1 {2 * r:.0f} 0{scallops}z"
    handle = f"M{x:.0f} {y - r - 14:.0f}V{y + r * 0.62:.0f}a14 14 0 0 0 28 0"
    return (
        rect(0, 0, w, h, p.b)
        + strokes(drops, p.c, 3, "round")
        + strokes(handle, p.ink, 7, "round")
        + path(roof, p.a)
    )


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


def stairs(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Steps that lead up to a lit door."""
    count = dice.pick((5, 6, 7))
    rising = dice.pick((True, False))
    run, rise = w / count, h * 0.6 / count
    outline = "".join(f"v{-rise:.0f}h{run:.0f}" for _step in range(count))
    steps = path(f"M0 {h}{outline}V{h}z", p.ink)
    inner = path(f"M{run:.0f} {h}{outline}V{h}z", p.c)
    door_height = h * 0.27
    door = rect(w - run * 0.95, h * 0.4 - door_height, run * 0.72, door_height + 2, p.a)
    sun = circle(w * 0.28, h * 0.3, min(w, h) * 0.16, p.a)
    flip = "" if rising else f' transform="matrix(-1 0 0 1 {w} 0)"'
    return rect(0, 0, w, h, p.b) + f"<g{flip}>{sun}{door}{steps}{inner}</g>"


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


def doorway(dice: Dice, p: Palette, w: int, h: int) -> str:
    """A door stands open, and light falls out of it."""
    x, width = w * dice.pick((0.32, 0.5, 0.64)), w * 0.22
    top, foot = h * 0.2, h * 0.66
    left, right = x - width / 2, x + width / 2
    spread = w * 0.28 * dice.pick((-1, 0, 1))
    light = (
        (left, foot),
        (right, foot),
        (right + spread + w * 0.2, h),
        (left + spread - w * 0.2, h),
    )
    figure = circle(x, foot - h * 0.205, h * 0.032, p.ink) + path(
        f"M{x - h * 0.042:.0f} {foot:.0f}v{-h * 0.1:.0f}a{h * 0.042:.0f} {h * 0.05:.0f} 0 0 1 "
        f"{h * 0.084:.0f} 0v{h * 0.1:.0f}z",
        p.ink,
    )
    return (
        rect(0, 0, w, foot, p.c)
        + rect(0, foot, w, h - foot, p.b)
        + path(points(light) + "z", p.a)
        + rect(left, top, width, foot - top, p.a)
        + figure
    )


def bamboo(dice: Dice, p: Palette, w: int, h: int) -> str:
    """Stems with their joints, and a moon behind."""
    shapes = [
        rect(0, 0, w, h, p.b),
        circle(w * dice.pick((0.36, 0.64)), h * 0.4, min(w, h) * 0.26, p.a),
    ]
    x, stem = dice.between(6, 30), 0
    while x < w:
        width = dice.pick((10, 16, 26))
        shapes.append(rect(x, 0, width, h, (p.c, p.ink)[stem % 2]))
        joints = "".join(
            f"M{x - 1} {y}h{width + 2}"
            for y in range(dice.between(10, 80), h, dice.between(70, 110))
        )
        shapes.append(strokes(joints, p.b, 4))
        x, stem = x + width + dice.pick((18, 40, 66)), stem + 1
    return "".join(shapes)


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
