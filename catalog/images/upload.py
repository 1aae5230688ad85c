"""What may come in as a picture, and what is kept of it.

Nothing of the file that was sent is kept: it is decoded and written anew, without metadata.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from catalog.images.colour import dominant_colour, to_srgb
from catalog.models import Picture

ACCEPTED_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
LONGEST_SIDE = 3840
SHORTEST_SIDE = 16
GREATEST_RATIO = 12

# What Pillow's decoders raise for files that are broken, or made to break them.
DECODER_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    MemoryError,
    RuntimeError,
    AssertionError,
    EOFError,
    struct.error,
    zlib.error,
    Warning,
)

Image.MAX_IMAGE_PIXELS = settings.PICTURE_MAX_PIXELS
# Once and for the whole process: to set filters for a while is not safe among threads.
for category in (UserWarning, RuntimeWarning):
    warnings.filterwarnings("error", module=r"PIL(\.|$)", category=category)


@dataclass(frozen=True, slots=True)
class AcceptedPicture:
    """A clean original. Width and height in pixels, colour as #rrggbb, extension without dot."""

    data: bytes
    width: int
    height: int
    colour: str
    extension: str


def accept_upload(file: UploadedFile | ContentFile) -> AcceptedPicture:
    """Decode and re-encode what was sent. Raises ValidationError when it is no picture for us."""
    _refuse_size_in_bytes(file.size or 0)
    with _faults_as_validation_error(), Image.open(file, formats=ACCEPTED_FORMATS) as image:
        _refuse_size_in_pixels(*image.size)
        return _encoded(_decoded(image))


def new_picture(accepted: AcceptedPicture, alt: str = "", credit: str = "") -> Picture:
    """A Picture, not yet saved, that brings its file along."""
    picture = Picture(
        width=accepted.width,
        height=accepted.height,
        colour=accepted.colour,
        alt=alt,
        credit=credit,
    )
    picture.original = ContentFile(accepted.data, f"original.{accepted.extension}")
    return picture


def _refuse_size_in_bytes(size: int) -> None:
    if not size:
        raise ValidationError(_("The file is empty."), code="empty")
    if size > settings.PICTURE_MAX_BYTES:
        limit = filesizeformat(settings.PICTURE_MAX_BYTES)
        message = _("The file is too large: at most %(limit)s are accepted.")
        raise ValidationError(message % {"limit": limit}, code="too_large")


def _refuse_size_in_pixels(width: int, height: int) -> None:
    if width * height > settings.PICTURE_MAX_PIXELS:
        raise _too_many_pixels()
    if min(width, height) < SHORTEST_SIDE:
        message = _("The picture is too small: at least %(pixels)s pixels a side are needed.")
        raise ValidationError(message % {"pixels": SHORTEST_SIDE}, code="too_small")
    if max(width, height) > GREATEST_RATIO * min(width, height):
        raise ValidationError(_("The picture is far too long and narrow."), code="too_narrow")


def _too_many_pixels() -> ValidationError:
    limit = settings.PICTURE_MAX_PIXELS // 1_000_000
    message = _("The picture has too many pixels: at most %(limit)s megapixels are accepted.")
    return ValidationError(message % {"limit": limit}, code="too_many_pixels")


@contextmanager
def _faults_as_validation_error() -> Iterator[None]:
    try:
        yield
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise _too_many_pixels() from fault
    except Image.UnidentifiedImageError as fault:
        message = _("This cannot be read as a picture: send JPEG, PNG, WebP, AVIF or GIF.")
        raise ValidationError(message, code="not_a_picture") from fault
    except DECODER_FAULTS as fault:
        message = _("The picture is damaged and cannot be read.")
        raise ValidationError(message, code="damaged") from fault


def _decoded(image: Image.Image) -> Image.Image:
    """The first frame, upright, in sRGB (with alpha only where it is used), not too large."""
    bounds = (LONGEST_SIDE, LONGEST_SIDE)
    image.load()
    if image.mode in ("RGB", "RGBA", "L", "CMYK"):
        # First of all, for it saves memory; modes with a palette cannot be resized well.
        image.thumbnail(bounds, Image.Resampling.LANCZOS, reducing_gap=3)
    ImageOps.exif_transpose(image, in_place=True)
    upright = to_srgb(image)
    upright.thumbnail(bounds, Image.Resampling.LANCZOS, reducing_gap=3)
    # Encoders fall back on what a decoder left here, comments for one.
    upright.info.clear()
    return upright


def _encoded(image: Image.Image) -> AcceptedPicture:
    kept = BytesIO()
    if image.mode == "RGBA":
        extension = "webp"
        image.save(kept, "WEBP", lossless=True, quality=40, method=2)
    else:
        extension = "jpg"
        image.save(kept, "JPEG", quality=92, subsampling="4:4:4", optimize=True)
    colour = dominant_colour(image)
    return AcceptedPicture(kept.getvalue(), *image.size, colour=colour, extension=extension)
