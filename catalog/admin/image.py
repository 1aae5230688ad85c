"""Pictures."""

from __future__ import annotations

from django.contrib import admin
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
    fields = ["large_preview", "size", "original", "alt", "credit"]
    readonly_fields = ["large_preview", "size"]

    @admin.display(description=_("preview"))
    def preview(self, picture: Picture) -> str:
        return preview(picture)

    @admin.display(description=_("preview"))
    def large_preview(self, picture: Picture) -> str:
        return preview(picture, "form") if picture.pk else ""

    @admin.display(description=_("size"))
    def size(self, picture: Picture) -> str:
        return f"{picture.width} × {picture.height}" if picture.pk else ""
