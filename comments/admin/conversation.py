"""Conversations: closed and opened as a whole, and thread by thread from a reply in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import formats, timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from comments.admin.deciding import EVERYWHERE, way_back
from comments.closing import close_thread, open_thread
from comments.models import Conversation, Reply
from comments.terms import EVER, Terms, terms_of

CHANGED = [{"changed": {"fields": ["closing"]}}]
# What the buttons beside a reply do, by their values, and what is then said.
OF_THREAD: dict[str, tuple[Callable[[Reply], None], Any]] = {
    "thread": (close_thread, _("The thread is closed.")),
    "open-thread": (open_thread, _("The thread is open.")),
}
OF_CONVERSATION: dict[str, tuple[Callable[[Conversation], None], Any]] = {
    "conversation": (Conversation.close, _("The conversation is closed.")),
    "open": (Conversation.keep_open, _("The conversation stays open.")),
    "by-rule": (Conversation.go_by_rule, _("The conversation goes by the rule for all.")),
}


def _each(
    model_admin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet, act: Callable
) -> None:
    for talk in talks:
        act(talk)
        model_admin.log_change(request, talk, CHANGED)
    told = ngettext("%(n)d conversation changed.", "%(n)d conversations changed.", len(talks))
    model_admin.message_user(request, told % {"n": len(talks)})


@admin.action(description=_("Close"), permissions=["change"], location=EVERYWHERE)
def close(model_admin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet) -> None:
    _each(model_admin, request, talks, Conversation.close)


@admin.action(description=_("Keep open"), permissions=["change"], location=EVERYWHERE)
def keep_open(model_admin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet) -> None:
    _each(model_admin, request, talks, Conversation.keep_open)


@admin.action(description=_("By the rule for all"), permissions=["change"], location=EVERYWHERE)
def go_by_rule(model_admin: admin.ModelAdmin, request: HttpRequest, talks: QuerySet) -> None:
    _each(model_admin, request, talks, Conversation.go_by_rule)


@admin.register(Conversation)
class ConversationAdmin(admin.ModelAdmin):
    """Only those that are ruled by themselves have a row."""

    list_display = ("drama", "closing", "closed_at", "slow_minutes")
    list_filter = ("closing",)
    list_select_related = ("drama",)
    ordering = ("-pk",)
    search_fields = ("drama__title",)
    raw_id_fields = ("drama",)
    actions = (close, keep_open, go_by_rule)
    fields = ("drama", "closing", "closed_at", "slow_minutes")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*self.fields, "now") if obj else self.fields

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("drama", "now") if obj else ()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.close_view)
        return [path("of/<int:pk>/", view, name="comments_conversation_of"), *super().get_urls()]

    @method_decorator(require_POST)
    def close_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The thread of that reply, or its whole conversation; then back to ``next``."""
        if not request.user.has_perm("comments.change_conversation"):
            raise PermissionDenied
        reply = get_object_or_404(Reply.objects.select_related("drama"), pk=pk)
        asked = request.POST.get("closing", "")
        if asked in OF_THREAD:
            act, said = OF_THREAD[asked]
            act(reply)
            self.log_change(request, reply, [{"changed": {"fields": ["thread"]}}])
            self._tell(request, reply, said)
        elif asked in OF_CONVERSATION:
            of_all, said = OF_CONVERSATION[asked]
            talk, _is_new = Conversation.objects.get_or_create(drama=reply.drama)
            of_all(talk)
            self.log_change(request, talk, CHANGED)
            self._tell(request, reply, said)
        return HttpResponseRedirect(way_back(request, self._page_of(reply)))

    def _tell(self, request: HttpRequest, reply: Reply, said: Any) -> None:
        link = format_html(
            '{} <a href="{}">{}</a>', said, self._page_of(reply), _("Change that there")
        )
        messages.success(request, link)

    def _page_of(self, reply: Reply) -> str:
        return f"{reverse('admin:comments_reply_change', args=[reply.pk])}#conversation"

    @admin.display(description=_("now"))
    def now(self, talk: Conversation) -> str:
        return in_words(terms_of(talk.drama))


def in_words(terms: Terms) -> str:
    """Such as "Open until 1 May 2026, midnight"."""
    if terms.closes_at is None:
        return str(_("Open"))
    if terms.closes_at == EVER:
        return str(_("Closed"))
    local = timezone.localtime(terms.closes_at)
    moment = {"moment": formats.date_format(local, "DATETIME_FORMAT")}
    said = _("Closed since %(moment)s") if terms.is_closed else _("Open until %(moment)s")
    return str(said) % moment
