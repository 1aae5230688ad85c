"""The log of moderation: read by editors, written by what they do, each entry taken back here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from comments.admin.deciding import way_back
from comments.models import Decision
from comments.models.decision import DecisionQuerySet

OVERRULED = _("Something else was decided since, so it stands: %(number)d not taken back.")


def undo(request: HttpRequest, decisions: DecisionQuerySet) -> None:
    """Take back what still stands, and say of what does not."""
    number = decisions.count()
    undone = decisions.undo(request.user)  # type: ignore[arg-type]  # an admin's page
    if undone:
        told = ngettext("%(n)d decision taken back.", "%(n)d decisions taken back.", undone)
        messages.success(request, told % {"n": undone})
    if number > undone:
        messages.warning(request, OVERRULED % {"number": number - undone})


class GoesWithTheReply(admin.ModelAdmin):
    """Rows that nobody writes or changes by hand, and that go when their reply goes."""

    list_display_links = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        match = request.resolver_match
        own_pages = f"{self.opts.app_label}_{self.opts.model_name}"
        alone = match is not None and (match.url_name or "").startswith(own_pages)
        return not alone and request.user.has_perm("comments.delete_reply")

    @admin.display(description=_("reply"))
    def reply_link(self, row: Any) -> SafeString:
        address = reverse("admin:comments_reply_change", args=[row.reply_id])
        words = Truncator(row.reply.body).chars(60)
        return format_html(
            '<a href="{}"><bdi>{}</bdi>: <bdi>{}</bdi></a>', address, row.reply.name, words
        )


@admin.register(Decision)
class DecisionAdmin(GoesWithTheReply):
    list_display = ("step", "reply_link", "editor", "made_at", "note")
    list_select_related = ("reply",)
    list_filter = ("after", "by_name")
    list_per_page = 50
    ordering = ("-made_at", "-id")
    actions = ("take_back",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        return super().get_queryset(request).defer("reply__email_sealed", "reply__email_key")

    def get_urls(self) -> list[URLPattern]:
        undo_view = self.admin_site.admin_view(self.undo_view)
        return [path("undo/", undo_view, name="comments_decision_undo"), *super().get_urls()]

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("comments.change_reply")

    @admin.action(description=_("Undo"), permissions=["decide"])
    def take_back(self, request: HttpRequest, decisions: DecisionQuerySet) -> None:
        undo(request, decisions)

    @method_decorator(require_POST)
    def undo_view(self, request: HttpRequest) -> HttpResponse:
        """Of the decisions that are named; then back to ``next``."""
        if not self.has_decide_permission(request):
            raise PermissionDenied
        numbers = [n for n in request.POST.getlist("decision") if n.isdecimal() and len(n) < 18]
        undo(request, Decision.objects.filter(pk__in=map(int, numbers)))
        return HttpResponseRedirect(
            way_back(request, reverse("admin:comments_decision_changelist"))
        )

    @admin.display(description=_("state"))
    def step(self, decision: Decision) -> SafeString:
        return format_html(
            '<span class="state state-{}">{}</span> → <span class="state state-{}">{}</span>',
            *(decision.before, decision.get_before_display()),
            *(decision.after, decision.get_after_display()),
        )

    @admin.display(description=_("by"), ordering="by_name")
    def editor(self, decision: Decision) -> str:
        return decision.by_name or "–"
