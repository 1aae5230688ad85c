"""Replies: what waits comes first, and every decision can be taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from comments.addresses import UnreadableAddressError
from comments.admin import by_address, data, export, queue
from comments.admin.deciding import EVERYWHERE, decide
from comments.models import Reply


@admin.action(description=_("Approve"), permissions=["change"], location=EVERYWHERE)
def approve(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    decide(modeladmin, request, replies, Reply.approve)


@admin.action(description=_("Mark as spam"), permissions=["change"], location=EVERYWHERE)
def mark_spam(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    decide(modeladmin, request, replies, Reply.mark_spam)


@admin.action(description=_("Remove"), permissions=["change"], location=EVERYWHERE)
def remove(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    decide(modeladmin, request, replies, Reply.remove)


@admin.action(description=_("Hold again"), permissions=["change"], location=EVERYWHERE)
def hold(modeladmin: admin.ModelAdmin, request: HttpRequest, replies: QuerySet) -> None:
    decide(modeladmin, request, replies, Reply.hold)


class SameAuthor(admin.SimpleListFilter):
    """All replies of whoever wrote one of them: the address of the page names the reply.

    A search for the email address itself would put it there, and so into every log of a proxy.
    """

    title = _("author")
    parameter_name = "author_of"
    known_by = "email_key"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        # Shown only once it is chosen: by the link on a reply's own page.
        number = self.used_parameters.get(self.parameter_name)
        return [(number, _("of reply %(number)s") % {"number": number})] if number else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        number = self.value() or ""
        # No key of the database has more digits, and Python reads no more than some thousands.
        if not number.isdecimal() or len(number) > 18:
            return queryset.none() if number else queryset
        known = Reply.objects.filter(pk=int(number)).exclude(**{self.known_by: ""})
        return queryset.filter(**{f"{self.known_by}__in": known.values(self.known_by)})


class SameBrowser(SameAuthor):
    title = _("browser")
    parameter_name = "browser_of"
    known_by = "browser_key"


class SameNetwork(SameAuthor):
    title = _("network")
    parameter_name = "network_of"
    known_by = "network_key"


@admin.register(Reply)
class ReplyAdmin(admin.ModelAdmin):
    """The email address is read only with a permission of its own, and stands in no list."""

    list_display = ("author", "decision", "excerpt", "drama", "created_at")
    list_display_links = ("author", "excerpt")
    list_filter = ("state", SameAuthor, SameBrowser, SameNetwork)
    list_select_related = ("drama",)
    list_per_page = 50
    # "held" sorts before every other state.
    ordering = ("state", "-created_at", "-id")
    search_fields = ("name", "body")
    search_help_text = _("A word of the name or the text.")
    actions = (approve, mark_spam, remove, hold)
    fields = (
        *("drama", "author", "website_text", "text", "as_shown", "answered"),
        *("decision", "created_at", "decided_at", "of_the_same_author"),
    )
    readonly_fields = (*fields, "email_address")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reply]:
        return super().get_queryset(request).filter(erased_at=None).defer("email_sealed")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if not request.user.has_perm(by_address.PERMISSION):
            return self.fields
        return (*self.fields[:2], "email_address", *self.fields[2:])

    def get_urls(self) -> list[URLPattern]:
        address_view = self.admin_site.admin_view(self.by_address_view)
        queue_view = self.admin_site.admin_view(self.queue_view)
        data_view = self.admin_site.admin_view(self.data_view)
        export_view = self.admin_site.admin_view(self.export_view)
        return [
            path("by-address/", address_view, name="comments_reply_by_address"),
            path("queue/", queue_view, name="comments_reply_queue"),
            path("<int:pk>/data/", data_view, name="comments_reply_data"),
            path("export/<slug:form>/", export_view, name="comments_reply_export"),
            path(
                "export/<slug:form>/with-addresses/",
                export_view,
                {"with_addresses": True},
                name="comments_reply_export_with_addresses",
            ),
            *super().get_urls(),
        ]

    def export_view(
        self, request: HttpRequest, form: str, *, with_addresses: bool = False
    ) -> StreamingHttpResponse:
        may = self.has_view_permission(request)
        return export.export(request, form, is_allowed=may, with_addresses=with_addresses)

    def by_address_view(self, request: HttpRequest) -> HttpResponse:
        return by_address.by_address(request, self)

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        return queue.queue(request, self)

    def data_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return data.data(request, self, pk)

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

    @admin.display(description=_("email address"))
    def email_address(self, reply: Reply) -> str:
        try:
            return reply.address or str(_("forgotten, or never given"))
        except UnreadableAddressError:
            return str(_("sealed with a key that is not set any more"))

    @admin.display(description=_("more of"))
    def of_the_same_author(self, reply: Reply) -> SafeString:
        known = [
            ("author_of", _("this address"), reply.email_key),
            ("browser_of", _("this browser"), reply.browser_key),
            ("network_of", _("this network"), reply.network_key),
        ]
        address = reverse("admin:comments_reply_changelist")
        links = [(address, name, reply.pk, label) for name, label, key in known if key]
        return format_html_join(" · ", '<a href="{}?{}={}">{}</a>', links) or SafeString("–")

    @admin.display(description=_("in answer to"))
    def answered(self, reply: Reply) -> SafeString | str:
        if reply.parent is None:
            return "–"
        return format_html("<bdi>{}</bdi>: {}", reply.parent.name, self.excerpt(reply.parent))
