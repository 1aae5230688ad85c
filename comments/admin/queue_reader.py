"""Mail about what waits: each editor asks for it, and ends it, on the page of the queue."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from comments.models import QueueReader
from comments.notification.editors import PERMISSION

ASKED = _("You will be told by mail of what waits.")
ENDED = _("You are told by mail no more.")


def origin_of(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


@admin.register(QueueReader)
class QueueReaderAdmin(admin.ModelAdmin):
    """Of all editors, for those who may see it; of oneself, a button needs no permission."""

    list_display = ("editor", "sent_at")
    list_select_related = ("editor",)
    fields = ("editor", "sent_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("editor", "sent_at") if obj else ("sent_at",)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.own_view)
        return [path("own/", view, name="comments_queuereader_own"), *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: QueueReader, form: Any, change: bool) -> None:
        obj.origin = obj.origin or origin_of(request)
        super().save_model(request, obj, form, change)

    @method_decorator(require_POST)
    def own_view(self, request: HttpRequest) -> HttpResponse:
        """``mail`` is "yes", or else the editor wants none."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        if request.POST.get("mail") == "yes":
            given = {"origin": origin_of(request)}
            QueueReader.objects.get_or_create(editor_id=request.user.pk, defaults=given)
            messages.success(request, ASKED)
        else:
            QueueReader.objects.filter(editor_id=request.user.pk).delete()
            messages.success(request, ENDED)
        return HttpResponseRedirect(f"{reverse('admin:comments_reply_queue')}#mail")
