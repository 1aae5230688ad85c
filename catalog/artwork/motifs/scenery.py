"""Motifs that show something: weather, places, light."""

from __future__ import annotations

from catalog.artwork.dice import Dice
from catalog.artwork.palettes import Palette
from catalog.artwork.shapes import circle, path, points, rect, strokes


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
