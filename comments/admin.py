"""Moderation: what waits comes first, and every decision can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.admin import ActionLocation
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comments.models import Conversation, Reply
from comments.visible import has_email_address

EVERYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


def _decide(
    modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet, act: Callable
) -> None:
    for reply in replies:
        act(reply)
        modeladmin.log_change(request, reply, [{"changed": {"fields": ["state"]}}])
    message = ngettext("%(count)d reply decided.", "%(count)d replies decided.", len(replies))
    modeladmin.message_user(request, message % {"count": len(replies)})


@admin.action(description=_("Approve"), permissions=["change"], location=EVERYWHERE)
def approve(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    _decide(modeladmin, request, replies, Reply.approve)


@admin.action(description=_("Mark as spam"), permissions=["change"], location=EVERYWHERE)
def mark_spam(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    _decide(modeladmin, request, replies, Reply.mark_spam)


@admin.action(description=_("Remove"), permissions=["change"], location=EVERYWHERE)
def remove(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    _decide(modeladmin, request, replies, Reply.remove)


@admin.action(description=_("Hold again"), permissions=["change"], location=EVERYWHERE)
def hold(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    _decide(modeladmin, request, replies, Reply.hold)


@admin.register(Reply)
class ReplyAdmin(admin.ModelAdmin):
    """The address is no field here: not even an editor reads it by the way."""

    list_display = ("author", "excerpt", "drama", "decision", "created_at")
    list_display_links = ("author", "excerpt")
    list_filter = ("state",)
    list_select_related = ("drama",)
    list_per_page = 50
    # "held" sorts before every other state.
    ordering = ("state", "-created_at", "-id")
    search_fields = ("name", "body")
    search_help_text = _("A word of the name or the text, or a whole email address.")
    actions = (approve, mark_spam, remove, hold)
    fields = (
        *("drama", "author", "website_text", "text", "as_shown", "answered"),
        *("decision", "created_at", "decided_at"),
    )
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reply]:
        return super().get_queryset(request).defer("email_sealed", "email_key")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        # Looked up by its keyed hash, an address is in no SQL that a log might keep.
        if has_email_address(search_term):
            return queryset.filter(pk__in=Reply.objects.by_address(search_term)), False
        return super().get_search_results(request, queryset, search_term)

    def view_on_site(self, reply: Reply) -> str:
        """To where it stands, or would."""
        return reply.get_absolute_url() if reply.is_published else reply.drama.get_absolute_url()

    @admin.display(description=_("name"), ordering="name")
    def author(self, reply: Reply) -> SafeString:
        return format_html("<bdi>{}</bdi>", reply.name)

    @admin.display(description=_("state"), ordering="state")
    def decision(self, reply: Reply) -> SafeString:
        label = reply.get_state_display()
        return format_html('<span class="state state-{}">{}</span>', reply.state, label)

    @admin.display(description=_("comment"))
    def excerpt(self, reply: Reply) -> SafeString:
        return format_html("<bdi>{}</bdi>", Truncator(reply.body).chars(120))

    @admin.display(description=_("as typed"))
    def text(self, reply: Reply) -> SafeString:
        return format_html('<pre class="reply-typed" dir="auto">{}</pre>', reply.body)

    @admin.display(description=_("as shown"))
    def as_shown(self, reply: Reply) -> SafeString:
        # Sanitised when it was saved: dramasite.markup.
        return format_html('<div dir="auto">{}</div>', mark_safe(reply.body_html))

    @admin.display(description=_("website"))
    def website_text(self, reply: Reply) -> str:
        # Text, not a link: an editor should not be led there by a slip of the hand.
        return reply.website or "–"

    @admin.display(description=_("in answer to"))
    def answered(self, reply: Reply) -> SafeString | str:
        if reply.parent is None:
            return "–"
        return format_html("<bdi>{}</bdi>: {}", reply.parent.name, self.excerpt(reply.parent))


@admin.action(description=_("Close"), permissions=["change"], location=EVERYWHERE)
def close(modeladmin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet) -> None:
    _decide(modeladmin, request, talks, Conversation.close)


@admin.action(description=_("Open again"), permissions=["change"], location=EVERYWHERE)
def reopen(modeladmin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet) -> None:
    _decide(modeladmin, request, talks, Conversation.reopen)


@admin.register(Conversation)
class ConversationAdmin(admin.ModelAdmin):
    list_display = ("drama", "closed_at")
    list_select_related = ("drama",)
    search_fields = ("drama__title",)
    raw_id_fields = ("drama",)
    actions = (close, reopen)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("drama",) if obj else ()
