"""Pictures: their words are edited here; files come in where they are shown."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.deletion import CountedDeletion
from catalog.admin.previews import preview
from catalog.admin.rechecking import Rechecking
from catalog.images import preview_of
from catalog.models import Picture


@admin.register(Picture)
class PictureAdmin(Rechecking, CountedDeletion):
    list_display = ["preview", "__str__", "credit", "size"]
    list_display_links = ["preview", "__str__"]
    list_filter = [("alt", admin.EmptyFieldListFilter)]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-pk"]
    search_fields = ["alt", "credit"]
    search_help_text = _("Alternative text or credit")
    fields = ["preview", "size", "alt", "credit", "focus_x", "focus_y", "crops"]
    readonly_fields = ["preview", "size", "crops"]

    class Media:
        css = {"all": ["css/focus.css", "css/admin-gallery.css"]}

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("preview"))
    def preview(self, picture: Picture) -> str:
        return preview(picture)

    @admin.display(description=_("as it is cropped now"))
    def crops(self, picture: Picture) -> SafeString:
        """Square, upright and wide."""
        shown = preview_of(picture)
        crop = '<img class="crop crop-{} {}" src="{}" alt="">'
        return format_html_join(
            " ",
            crop,
            ((shape, picture.focus, shown.url) for shape in ("square", "upright", "wide")),
        )

    @admin.display(description=_("size in pixels"))
    def size(self, picture: Picture) -> str:
        return f"{picture.width} × {picture.height}"
