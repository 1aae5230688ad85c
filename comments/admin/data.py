"""What is held of the author of a reply: for the editor who is asked for it otherwise than by
the author's own link (comments/views/data.py).

Found by the reply, never by typing an address. It takes a permission of its own, and for the
file, which holds the email address, the one to see addresses too.
"""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from comments.admin import by_address
from comments.forgetting import erase_as_wished
from comments.held import Held
from comments.models import Reply
from comments.takeout import taken_along

PERMISSION = "comments.handle_personal_data"
MOST_SHOWN = 100
EXPORTED = _("Taken along for the author.")
ERASED = _("Erased at the author's wish.")
SURE = _("Say that you are sure: what is erased cannot be brought back.")


@require_http_methods(["GET", "HEAD", "POST"])
def data(request: HttpRequest, model_admin: admin.ModelAdmin, pk: int) -> HttpResponse:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    reply = get_object_or_404(Reply.objects.select_related("drama"), pk=pk, erased_at=None)
    if request.method != "POST":
        return _page(request, model_admin, reply)
    if "export" in request.POST and reply.email_key:
        if not request.user.has_perm(by_address.PERMISSION):
            raise PermissionDenied
        return _export(request, model_admin, reply)
    if request.POST.get("sure") != "yes":
        return _page(request, model_admin, reply, 422, SURE)
    return _erase(request, model_admin, reply)


def _page(
    request: HttpRequest,
    model_admin: admin.ModelAdmin,
    reply: Reply,
    status: int = 200,
    error: Any = None,
) -> HttpResponse:
    replies = (
        Held(reply.email_key).replies if reply.email_key else Reply.objects.filter(pk=reply.pk)
    )
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("What is held of the author"),
        "original": reply,
        "replies": replies.select_related("drama")[:MOST_SHOWN],
        "number": replies.count(),
        "error": error,
        "may_export": reply.email_key and request.user.has_perm(by_address.PERMISSION),
    }
    return render(request, "admin/comments/reply/data.html", context, status=status)


def _export(request: HttpRequest, model_admin: admin.ModelAdmin, reply: Reply) -> HttpResponse:
    model_admin.log_change(request, reply, str(EXPORTED))
    form = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(taken_along(Held(reply.email_key)), json_dumps_params=form)
    response["Content-Disposition"] = f'attachment; filename="author-of-{reply.pk}.json"'
    response["Cache-Control"] = "no-store, private"
    return response


def _erase(request: HttpRequest, model_admin: admin.ModelAdmin, reply: Reply) -> HttpResponse:
    # Before there is nothing to log of; without a word of the author's, as all of the log.
    model_admin.log_change(request, reply, str(ERASED))
    number = erase_as_wished(reply, cast("User", request.user))
    message = ngettext("%(count)d reply erased.", "%(count)d replies erased.", number)
    messages.success(request, message % {"count": number})
    return HttpResponseRedirect(reverse("admin:comments_reply_changelist"))
