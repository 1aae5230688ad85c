"""Pages whose form keeps what others save meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import connection
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext as _

from catalog.admin.meanwhile import WatchfulForm


class Watchful(admin.ModelAdmin):
    form: type[ModelForm] = WatchfulForm

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = list(super().get_fieldsets(request, obj))
        if obj and self.has_change_permission(request, obj):
            name, options = fieldsets[0]
            fields = [each for each in options["fields"] if each != "seen"]
            fieldsets[0] = (name, {**options, "fields": [*fields, "seen"]})
        return fieldsets

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        if request.method == "POST" and connection.features.has_select_for_update:
            # Whoever saves the same at the same moment waits, and sees what is saved here.
            with suppress(ValidationError, ValueError):
                rows = self.model._base_manager.select_for_update().filter(pk=object_id)
                list(rows.values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        rows = (row for formset in formsets for row in formset.forms)
        if kept := _kept([form, *rows]):
            told = _("Meanwhile somebody else saved too. Kept of theirs: %(fields)s.")
            self.message_user(request, told % {"fields": ", ".join(kept)}, messages.WARNING)


def _kept(forms: Iterable[Any]) -> list[str]:
    """Each label once."""
    return list(dict.fromkeys(name for form in forms for name in getattr(form, "kept", [])))
