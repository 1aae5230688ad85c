"""Bans: imposed with a button beside a reply, changed and lifted here.

An editor sees by what somebody is known, never the address, the network or the browser itself.
"""

from __future__ import annotations

import datetime
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import formats, timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from comments.admin.deciding import EVERYWHERE, way_back
from comments.models import Ban, Reply
from comments.models.ban import LONGEST_OF_A_NETWORK, By, UnknownPersonError

KNOWN_BY = {
    By.BROWSER: _("the browser"),
    By.ADDRESS: _("the address"),
    By.NETWORK: _("the network"),
}
DAYS = {
    "7": _("for 7 days"),
    "30": _("for 30 days"),
    "365": _("for a year"),
    "": _("without an end"),
}
ENDS = _("A ban of a network has an end, at most 30 days from now: others get it before long.")
UNKNOWN = _("Nobody was banned: the site does not know, or no longer, %(what)s of this reply.")


class BanForm(forms.Form):
    by = forms.TypedChoiceField(choices=list(KNOWN_BY.items()), coerce=By)
    days = forms.TypedChoiceField(
        choices=list(DAYS.items()), coerce=int, empty_value=None, required=False
    )


class ChangedBanForm(forms.ModelForm):
    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if self.instance.known_by == By.NETWORK:
            longest = timezone.now() + datetime.timedelta(days=LONGEST_OF_A_NETWORK)
            if until is None or until > longest:
                raise forms.ValidationError(ENDS)
        return until


@admin.action(description=_("Lift"), permissions=["change"], location=EVERYWHERE)
def lift(modeladmin: admin.ModelAdmin, request: HttpRequest, bans: QuerySet) -> None:
    for ban in bans:
        ban.lift()
        modeladmin.log_change(request, ban, [{"changed": {"fields": ["until"]}}])
    told = ngettext("%(n)d ban lifted.", "%(n)d bans lifted.", len(bans))
    modeladmin.message_user(request, told % {"n": len(bans)})


@admin.register(Ban)
class BanAdmin(admin.ModelAdmin):
    form = ChangedBanForm
    list_display = ("who", "state", "until", "because_of", "note", "by_name", "made_at")
    list_select_related = ("reply",)
    ordering = ("-made_at", "-id")
    actions = (lift,)
    fields = ("who", "because_of", "until", "note", "by_name", "made_at")
    readonly_fields = ("who", "because_of", "by_name", "made_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        # Whom, only a reply can say.
        return False

    def get_urls(self) -> list[URLPattern]:
        ban_view = self.admin_site.admin_view(self.ban_view)
        return [path("of/<int:pk>/", ban_view, name="comments_ban_of"), *super().get_urls()]

    @method_decorator(require_POST)
    def ban_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Whoever wrote that reply; then back to ``next``."""
        if not request.user.has_perm("comments.add_ban"):
            raise PermissionDenied
        reply = get_object_or_404(Reply, pk=pk)
        form = BanForm(
            {name: request.POST.get(f"ban-{name}-{pk}", "") for name in BanForm.base_fields}
        )
        if form.is_valid():
            self._ban(request, reply, form.cleaned_data)
        return HttpResponseRedirect(way_back(request, reverse("admin:comments_ban_changelist")))

    def _ban(self, request: HttpRequest, reply: Reply, chosen: dict[str, Any]) -> None:
        known_by, editor = chosen["by"], cast(User, request.user)
        what = KNOWN_BY[known_by]
        try:
            ban = Ban.objects.impose(reply, known_by, days=chosen["days"], editor=editor)
        except UnknownPersonError:
            messages.warning(request, UNKNOWN % {"what": what})
            return
        self.log_addition(request, ban, [{"added": {}}])
        messages.success(request, self._told(ban))

    def _told(self, ban: Ban) -> SafeString:
        address = reverse("admin:comments_ban_change", args=[ban.pk])
        words = _("Banned: %(what)s, %(until)s.") % {
            "what": KNOWN_BY[ban.known_by],
            "until": self._end(ban),
        }
        return format_html('{} <a href="{}">{}</a>', words, address, _("Change or lift it"))

    def _end(self, ban: Ban) -> str:
        if ban.until is None:
            return str(_("without an end"))
        moment = formats.date_format(timezone.localtime(ban.until), "DATETIME_FORMAT")
        return str(_("until %(moment)s") % {"moment": moment})

    @admin.display(description=_("who"))
    def who(self, ban: Ban) -> str:
        return str(KNOWN_BY[ban.known_by])

    @admin.display(description=_("holds"), boolean=True)
    def state(self, ban: Ban) -> bool:
        return ban.is_active

    @admin.display(description=_("because of"))
    def because_of(self, ban: Ban) -> SafeString | str:
        if ban.reply is None:
            return "–"
        address = reverse("admin:comments_reply_change", args=[ban.reply.pk])
        words = Truncator(ban.reply.body).chars(60)
        return format_html(
            '<a href="{}"><bdi>{}</bdi>: <bdi>{}</bdi></a>', address, ban.reply.name, words
        )
