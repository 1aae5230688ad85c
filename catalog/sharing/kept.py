"""Share images as files: drawn when first asked for, and kept until they would look otherwise."""

from __future__ import annotations

import io
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from catalog.images import Variant
from catalog.images.maker import make_variant
from catalog.images.variants import widths_of
from catalog.models import Picture
from catalog.sharing.card import Card
from catalog.sharing.drawing import HEIGHT, POSTER_HEIGHT, POSTER_WIDTH, WIDTH, card_svg
from catalog.sharing.fonts import rendered

FRONT_WIDTH, BACK_WIDTH = 640, 1440
MOST = 2_000  # files, of some 60 kB: a crawler that asks for all must not fill the disk
AT_ONCE = 200  # of them are taken away, the longest unused first


def kept_jpeg(card: Card) -> bytes:
    """Some 60 kB. Two who ask at once may both draw it; they draw the same."""
    path = _folder() / f"{card.place}-{card.version}.jpg"
    try:
        os.utime(path)
        return path.read_bytes()
    except FileNotFoundError:
        data = drawn_jpeg(card)
        _keep(path, data)
        return data


def drawn_jpeg(card: Card) -> bytes:
    front = _photo(card.front, FRONT_WIDTH, POSTER_WIDTH / POSTER_HEIGHT)
    back = _photo(card.back, BACK_WIDTH, WIDTH / HEIGHT)
    png = rendered(card_svg(card, front, back))
    data = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(data, "JPEG", quality=86, optimize=True)
    return data.getvalue()


def _folder() -> Path:
    # Not among the media: it can be emptied at any time.
    return settings.DATA_DIR / "share"


def _photo(picture: Picture | None, width: int, shape: float) -> bytes | None:
    """A variant of it, cropped where it has a focus; none where its file is gone."""
    if picture is None:
        return None
    variant = Variant(picture, widths_of(picture, (width,))[0], "jpg")
    try:
        if not default_storage.exists(variant.path):
            make_variant(variant)
        with default_storage.open(variant.path) as file:
            data = file.read()
    except FileNotFoundError:
        return None
    return _around_focus(data, picture, shape) if picture.focus else data


def _around_focus(jpeg: bytes, picture: Picture, shape: float) -> bytes:
    """The drawing crops around the middle: so what it gets has the shape of its place already."""
    with Image.open(io.BytesIO(jpeg)) as image:
        width = min(image.width, round(image.height * shape))
        size = (width, min(image.height, round(width / shape)))
        focus = (picture.focus_x / 100, picture.focus_y / 100)
        cropped, data = ImageOps.fit(image, size, centering=focus), io.BytesIO()
    cropped.save(data, "JPEG", quality=90)
    return data.getvalue()


def _keep(path: Path, data: bytes) -> None:
    """So that nobody ever reads a part of it; what it replaces is taken away."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(data)
    os.replace(file.name, path)
    stem = path.name.rpartition("-")[0]
    for older in path.parent.glob(f"{stem}-????????.jpg"):
        if older != path:
            older.unlink(missing_ok=True)
    _make_room(_folder())


def _make_room(folder: Path) -> None:
    used = {}
    for path in folder.rglob("*.jpg"):
        # Another process may be making room as well.
        with suppress(FileNotFoundError):
            used[path] = path.stat().st_mtime_ns
    if len(used) > MOST:
        for path in sorted(used, key=used.__getitem__)[:AT_ONCE]:
            path.unlink(missing_ok=True)
