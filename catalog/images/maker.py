"""Making the variants of a picture, each of them once, and taking them away with it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import locks
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from catalog.images.colour import flattened
from catalog.images.variants import Variant, all_variants, folder
from catalog.models import Picture

ENCODERS: dict[str, tuple[str, dict[str, Any]]] = {
    # Slower speeds cost three times as much for a few per cent.
    "avif": ("AVIF", {"speed": 8, "quality": 60, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 3}),
    "jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
}


def make_variants(picture: Picture) -> int:
    """Make every variant that is missing; how many were made."""
    return _make(picture, all_variants(picture))


def make_variant(variant: Variant) -> None:
    """Make one variant, unless somebody else has made it meanwhile."""
    _make(variant.picture, [variant])


def remove_files(token: str) -> None:
    """Take away the original of a picture that is gone, and all of its variants."""
    with _alone_with(token):
        for name in _names_in(folder(token)):
            default_storage.delete(f"{folder(token)}/{name}")
        default_storage.delete(folder(token))


def _make(picture: Picture, variants: Iterable[Variant]) -> int:
    with _alone_with(picture.token):
        missing = [each for each in variants if not default_storage.exists(each.path)]
        # Whoever deleted the picture meanwhile has taken its files along.
        if not missing or not Picture.objects.filter(pk=picture.pk).exists():
            return 0
        with picture.original.open() as file:
            _write_variants(file, missing)
        return len(missing)


def _write_variants(file: Any, variants: list[Variant]) -> None:
    with Image.open(file, formats=("JPEG", "WEBP")) as image:
        # A JPEG can be decoded at a half or a quarter of its size, for a fraction of the work.
        image.draft("RGB", (2 * variants[0].width, 2 * variants[0].height))
        image.load()
        resized: Image.Image = image
        # Widest first, so that each is made from the one before.
        for variant in sorted(variants, key=lambda each: -each.width):
            if resized.size != (variant.width, variant.height):
                resized = _resized(resized, variant)
            _put(variant.path, _encoded(resized, variant.format))


def _resized(image: Image.Image, variant: Variant) -> Image.Image:
    size = (variant.width, variant.height)
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def _encoded(image: Image.Image, extension: str) -> bytes:
    name, options = ENCODERS[extension]
    data = BytesIO()
    (flattened(image) if extension == "jpg" else image).save(data, name, **options)
    return data.getvalue()


def _put(name: str, data: bytes) -> None:
    """Store a file so that nobody ever sees a part of it."""
    try:
        target = Path(default_storage.path(name))
    except NotImplementedError:
        default_storage.save(name, ContentFile(data))
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as file:
        file.write(data)
        file.flush()
        # A power cut must not leave an empty picture that browsers keep for a year.
        os.fsync(file.fileno())
    os.chmod(file.name, settings.FILE_UPLOAD_PERMISSIONS or 0o644)
    os.replace(file.name, target)


def _names_in(path: str) -> list[str]:
    try:
        return default_storage.listdir(path)[1]
    except FileNotFoundError:
        return []


@contextmanager
def _alone_with(token: str) -> Iterator[None]:
    """Nobody else, thread or process, makes or removes files of pictures that share the lock."""
    path = settings.DATA_DIR / "locks" / f"pictures-{token[:1]}"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        locks.lock(file, locks.LOCK_EX)
        yield
