"""The rules for spam: one row, which is made when it is first saved."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from comments.admin.what_if import what_if
from comments.models import SpamRules


@admin.register(SpamRules)
class SpamRulesAdmin(admin.ModelAdmin):
    list_display = ("__str__", "hold_from", "spam_from", "hold_newcomers")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.what_if_view)
        return [path("what-if/", view, name="comments_spamrules_what_if"), *super().get_urls()]

    def what_if_view(self, request: HttpRequest) -> HttpResponse:
        return what_if(request, self)

    def has_add_permission(self, request: HttpRequest) -> bool:
        # The list of what may be added stands on every page of the admin: it costs no query there.
        match = request.resolver_match
        if match is None or not (match.url_name or "").startswith("comments_spamrules"):
            return False
        return super().has_add_permission(request) and not SpamRules.objects.exists()

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
