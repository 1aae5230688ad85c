"""Publishing dramas, and taking them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.options import ActionLocation
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.models import Drama, Publication
from catalog.models.drama import DramaQuerySet
from catalog.telling import tell_of

EVERYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


def set_publication(request: HttpRequest, dramas: DramaQuerySet, state: Publication) -> int:
    """Writes it into the history too. Returns how many dramas were in another state."""
    changing = list(dramas.exclude(publication=state))
    Drama.objects.filter(pk__in=[drama.pk for drama in changing]).set_publication(state)
    for drama in changing:
        tell_of(Drama(pk=drama.pk, publication=state))
    if changing:
        LogEntry.objects.log_actions(
            request.user.pk or 0, changing, CHANGE, [{"changed": {"fields": ["Publication"]}}]
        )
    return len(changing)


class Publishing(admin.ModelAdmin):
    actions: Sequence[Any] = ["publish", "unpublish"]

    @admin.action(
        location=EVERYWHERE,
        permissions=["change"],
        description=_("Publish, as last saved"),
        description_plural=_("Publish"),
    )
    def publish(self, request: HttpRequest, dramas: Any) -> None:
        undescribed = dramas.filter(Q(poster__alt="") | Q(backdrop__alt=""))
        for drama in undescribed:
            wait = _("“%(drama)s” waits: its poster or its backdrop needs alternative text first.")
            self.message_user(request, wait % {"drama": drama}, messages.WARNING)
        dramas = dramas.exclude(pk__in=undescribed.values("pk"))
        n = set_publication(request, dramas, Publication.PUBLISHED)
        told = ngettext("%(n)d drama was published.", "%(n)d dramas were published.", n)
        self.message_user(request, told % {"n": n}, messages.SUCCESS)

    @admin.action(
        location=EVERYWHERE,
        permissions=["change"],
        description=_("Back to draft, as last saved"),
        description_plural=_("Back to draft"),
    )
    def unpublish(self, request: HttpRequest, dramas: Any) -> None:
        n = set_publication(request, dramas, Publication.DRAFT)
        told = ngettext("%(n)d drama is a draft again.", "%(n)d dramas are drafts again.", n)
        self.message_user(request, told % {"n": n}, messages.SUCCESS)
