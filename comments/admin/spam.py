"""The rules for spam: one row, which is made when it is first saved."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from comments.admin.only_row import OnlyRowAdmin
from comments.admin.what_if import what_if
from comments.models import SpamRules


@admin.register(SpamRules)
class SpamRulesAdmin(OnlyRowAdmin):
    list_display = ("__str__", "hold_from", "spam_from", "hold_newcomers", "asks_for_work")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.what_if_view)
        return [path("what-if/", view, name="comments_spamrules_what_if"), *super().get_urls()]

    def what_if_view(self, request: HttpRequest) -> HttpResponse:
        return what_if(request, self)
