"""Small pictures in lists and forms."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.models import Picture

SIZES = {"row": 64, "form": 160}


def preview(picture: Picture | None, size: str = "row") -> SafeString | str:
    """An image, at most so many pixels wide as ``SIZES`` says; empty without a picture."""
    if picture is None:
        return ""
    width = SIZES[size]
    return format_html(
        '<img class="preview preview-{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        size,
        picture.original.url,
        width,
        max(1, round(width * picture.height / picture.width)),
        picture.alt,
    )
