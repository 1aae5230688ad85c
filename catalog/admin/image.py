"""Pictures: their words are edited here; files come in where they are shown."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.admin.deletion import CountedDeletion
from catalog.admin.previews import preview
from catalog.models import Picture


@admin.register(Picture)
class PictureAdmin(CountedDeletion):
    list_display = ["preview", "__str__", "credit", "size"]
    list_display_links = ["preview", "__str__"]
    list_filter = [("alt", admin.EmptyFieldListFilter)]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-pk"]
    search_fields = ["alt", "credit"]
    search_help_text = _("Alternative text or credit")
    fields = ["preview", "size", "alt", "credit"]
    readonly_fields = ["preview", "size"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("preview"))
    def preview(self, picture: Picture) -> str:
        return preview(picture)

    @admin.display(description=_("size in pixels"))
    def size(self, picture: Picture) -> str:
        return f"{picture.width} × {picture.height}"
