"""Small pictures in lists."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.images import preview_of
from catalog.models import Picture


def preview(picture: Picture | None) -> SafeString | str:
    """Its preview, or nothing without a picture."""
    if picture is None:
        return ""
    shown = preview_of(picture)
    return format_html(
        '<img class="preview" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        shown.url,
        shown.width,
        shown.height,
        picture.alt,
    )
