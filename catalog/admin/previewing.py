"""Showing a drama to somebody before visitors may see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from catalog.models import Drama
from catalog.previews import preview_of, withdraw
from dramasite.absolute import absolute


class Previewing(admin.ModelAdmin):
    """``preview_link`` is a field to be read; a drama without a preview has "–"."""

    change_form_template = "admin/catalog/drama/change_form.html"
    actions: Sequence[Any] = ["withdraw_previews"]

    def render_change_form(
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        preview = preview_of(obj) if obj and not self.is_visible(obj) else None
        if preview:
            obj.preview_address = absolute(preview.path, request)
        context = context | {"preview": preview}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def is_visible(self, drama: Drama) -> bool:
        return bool(getattr(drama, "visible", False))

    @admin.display(description=_("preview"))
    def preview_link(self, drama: Drama) -> str:
        if not hasattr(drama, "preview_address"):
            return "–"
        preview = preview_of(drama)
        return format_html(
            '<a href="{}">{}</a><br>{}',
            preview.path,
            drama.preview_address,
            _("Can be shared. Opens the page as last saved, until %(until)s.")
            % {"until": date_format(localtime(preview.until), "DATETIME_FORMAT")},
        )

    @admin.action(
        location=[ActionLocation.CHANGE_FORM],
        permissions=["change"],
        description=_("Withdraw all links to the preview"),
    )
    def withdraw_previews(self, request: HttpRequest, dramas: Any) -> None:
        withdraw(dramas)
        told = _("No link to the preview that was made before opens any more.")
        self.message_user(request, told, messages.SUCCESS)
