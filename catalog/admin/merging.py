"""Making one of two in a list, after a page that says what will happen."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import ActionLocation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.deletion import counted, phrases, rows_behind
from catalog.merging import MergedOnError, merge, undo
from catalog.models import Merge


class Merging(admin.ModelAdmin):
    def get_queryset(self, request: HttpRequest) -> Any:
        """Without those that are another one now."""
        return super().get_queryset(request).filter(merged_into=None)

    @admin.action(permissions=["delete"], description=gettext_lazy("Make one of two …"))
    def merge_two(self, request: HttpRequest, rows: Any) -> HttpResponse | None:
        two = list(rows.order_by("pk")[:3])
        if len(two) != 2:
            told = _("Choose exactly two that are one and the same.")
            self.message_user(request, told, messages.WARNING)
            return None
        by_key = {str(row.pk): row for row in two}
        kept = by_key.pop(request.POST.get("kept", ""), None)
        if kept is None:
            return self._asked(request, two)
        (gone,) = by_key.values()
        return self._merged(request, kept, gone)

    def _asked(self, request: HttpRequest, two: list[Any]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Make one of two"),
            "two": [(row, self._change(row), self._behind(row)) for row in two],
            "is_sent": "kept" in request.POST or "merge" in request.POST,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return render(request, "admin/catalog/merge.html", context)

    def _behind(self, row: Any) -> list[str]:
        """What belongs to it, counted."""
        return phrases(counted(list(rows_behind(self.model._base_manager.filter(pk=row.pk)))))

    def _change(self, row: Any) -> str:
        return reverse(f"admin:catalog_{self.opts.model_name}_change", args=[row.pk])

    def _merged(self, request: HttpRequest, kept: Any, gone: Any) -> HttpResponse | None:
        made = merge(kept, gone)
        self.log_change(request, kept, _("Merged with “%(gone)s”.") % {"gone": gone})
        told = format_html(
            '{} <a href="{}">{}</a>',
            _("“%(gone)s” is “%(kept)s” from now on.") % {"gone": gone, "kept": kept},
            reverse("admin:catalog_merge_change", args=[made.pk]),
            _("See it, or undo it"),
        )
        self.message_user(request, told, messages.SUCCESS)
        return None


@admin.register(Merge)
class MergeAdmin(admin.ModelAdmin):
    """What was made one, and the way back."""

    list_display = ["__str__", "noun", "made_at", "undone_at"]
    list_per_page = 50
    show_full_result_count = False
    fields = ["noun", "kept_name", "gone_name", "made_at", "undone_at"]
    actions = ["undo_merges"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        # There is nothing to be saved.
        unsaved = {"show_save": False, "show_save_and_continue": False}
        return super().change_view(request, object_id, form_url, unsaved)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields

    @admin.action(
        location=[ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM],
        permissions=["change"],
        description=gettext_lazy("Undo: both as they were"),
    )
    def undo_merges(self, request: HttpRequest, merges: Any) -> None:
        for merged in merges.filter(undone_at=None).order_by("-pk"):
            self._undo(request, merged)

    def _undo(self, request: HttpRequest, merged: Merge) -> None:
        try:
            undo(merged)
        except MergedOnError:
            told = _("“%(kept)s” was merged into another since: undo that first.")
            self.message_user(request, told % {"kept": merged.kept_name}, messages.ERROR)
        except merged.model.DoesNotExist:
            self.message_user(request, _("One of the two was deleted since."), messages.ERROR)
        else:
            self.log_change(request, merged, _("Undone."))
            told = _("“%(gone)s” and “%(kept)s” are two again, as they were before.")
            names = {"gone": merged.gone_name, "kept": merged.kept_name}
            self.message_user(request, told % names, messages.SUCCESS)
