"""The rules for all conversations: when they close, how slow they are, how often editors hear."""

from __future__ import annotations

from django.contrib import admin

from comments.admin.only_row import OnlyRowAdmin
from comments.models import ModerationRules


@admin.register(ModerationRules)
class ModerationRulesAdmin(OnlyRowAdmin):
    list_display = ("__str__", "close_after_days", "slow_minutes", "mail_every")
