"""Kinds of inlines."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from catalog.admin.forms import FixedChoiceForm
from catalog.admin.formsets import ExternalIdFormSet, LightFormSet, PagedFormSet
from catalog.admin.meanwhile import WatchfulForm
from catalog.admin.source import ExternalIdForm
from catalog.models import ExternalId


class LightInline(admin.TabularInline):
    form: type[WatchfulForm] = WatchfulForm
    formset = LightFormSet
    extra = 0
    view_on_site = False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = [name for name in super().get_fields(request, obj) if name != "seen"]
        return [*fields, "seen"] if self.has_change_permission(request, obj) else fields


class FixedChoiceInline(LightInline):
    """The row that it chooses is loaded with it."""

    form: type[FixedChoiceForm]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(self.form.fixed)


class PagedInline(LightInline):
    formset = PagedFormSet
    template = "admin/edit_inline/paged.html"
    per_page = 50

    def get_formset(
        self, request: HttpRequest, obj: Model | None = None, **kwargs: Any
    ) -> type[BaseInlineFormSet]:
        # Made anew for each request, so that it may carry the request's page.
        formset: Any = super().get_formset(request, obj, **kwargs)
        page = request.GET.get(f"{formset.get_default_prefix()}-page", "")
        formset.page_number = max(1, int(page)) if page.isdecimal() and len(page) < 6 else 1
        formset.per_page = self.per_page
        return formset


class ExternalIdInline(LightInline):
    model = ExternalId
    form = ExternalIdForm
    formset = ExternalIdFormSet
    fields = ["source", "value"]
