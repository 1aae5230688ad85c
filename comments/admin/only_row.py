"""Rules of which there is one row, made when they are first saved."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst


class OnlyRowAdmin(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        # The list of what may be added stands on every page of the admin: it costs no query there.
        match = request.resolver_match
        own_pages = f"{self.opts.app_label}_{self.opts.model_name}"
        if match is None or not (match.url_name or "").startswith(own_pages):
            return False
        return super().has_add_permission(request) and not self.model.objects.exists()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A list of one row says less than its form; without one, whoever may makes it."""
        pages = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if self.model.objects.exists():
            return redirect(f"{pages}_change", 1)
        if self.has_add_permission(request):
            return redirect(f"{pages}_add")
        return super().changelist_view(request, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        own: dict[str, Any] = {"title": capfirst(self.opts.verbose_name), "subtitle": None}
        own |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context | own, *args, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, *args, **kwargs)
        if obj is None:
            # The constraints are checked of the instance that the form makes.
            return type(form.__name__, (_OnlyRow, form), {})
        return form


class _OnlyRow:
    """Gives the row that is added the one number that it may have."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.pk = 1  # type: ignore[attr-defined]
