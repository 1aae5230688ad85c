"""Conversations: closing them, and opening them again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comments.admin.deciding import EVERYWHERE, decide
from comments.models import Conversation


def _close(talk: Conversation, editor: Any) -> None:
    talk.close()


def _reopen(talk: Conversation, editor: Any) -> None:
    talk.reopen()


@admin.action(description=_("Close"), permissions=["change"], location=EVERYWHERE)
def close(modeladmin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet) -> None:
    decide(modeladmin, request, talks, _close)


@admin.action(description=_("Open again"), permissions=["change"], location=EVERYWHERE)
def reopen(modeladmin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet) -> None:
    decide(modeladmin, request, talks, _reopen)


@admin.register(Conversation)
class ConversationAdmin(admin.ModelAdmin):
    list_display = ("drama", "closed_at")
    list_select_related = ("drama",)
    search_fields = ("drama__title",)
    raw_id_fields = ("drama",)
    actions = (close, reopen)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("drama",) if obj else ()
