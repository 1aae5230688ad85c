"""The queue: one page on which what waits is decided, one reply after the other or many at once.

Everything on it is a button of one form, so that it works without a script; static/js/desk/queue.js
presses the buttons by keys.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from comments.admin.decision import undo
from comments.answers import UnansweredError, answer
from comments.forms import COMMENT_LENGTH, TextField
from comments.models import Decision, DuplicateReplyError, ModerationRules, QueueReader, Reply
from comments.models.moderation import MailEvery
from comments.models.reply import ReplyQuerySet
from comments.queue import cards, in_queue

PER_PAGE = 30
ACTS: dict[str, Callable[[Reply, Any], bool]] = {
    "approve": Reply.approve,
    "spam": Reply.mark_spam,
    "remove": Reply.remove,
    "hold": Reply.hold,
}
# A button of one reply has its number as its value, a button for many this.
CHECKED = "checked"
JUST_DECIDED = "just_decided"
DECIDED_MEANWHILE = _("Somebody else has decided on it meanwhile; nothing was changed.")
SOME_MEANWHILE = _("Left as they are, for somebody has decided on them meanwhile: %(number)d.")
TAKEN_DOWN = _("What you answer has been taken down meanwhile.")
SAID_ALREADY = _("You have answered exactly this already.")
NOTHING_CHOSEN = _("Choose replies first.")


class AnswerForm(forms.Form):
    answer = TextField(
        label=_("Answer"),
        max_length=COMMENT_LENGTH,
        error_messages={"required": _("Write an answer first.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: HttpRequest, model_admin: admin.ModelAdmin) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, model_admin)
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if "undo" in request.POST:
        return _undo(request)
    if "answer" in request.POST:
        return _answer(request, model_admin)
    return _decide(request)


def _page(
    request: HttpRequest, model_admin: admin.ModelAdmin, answering: Any = None
) -> HttpResponse:
    waiting = in_queue()
    replies = list(_from(waiting, request.GET.get("after", ""))[: PER_PAGE + 1])
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Replies that wait"),
        "opts": model_admin.opts,
        "cards": cards(replies[:PER_PAGE]),
        "number": waiting.count(),
        "after": request.GET.get("after", ""),
        "last": replies[PER_PAGE - 1] if len(replies) > PER_PAGE else None,
        "may_decide": model_admin.has_change_permission(request),
        "may_ban": request.user.has_perm("comments.add_ban"),
        "may_close": request.user.has_perm("comments.change_conversation"),
        "mail": _mail(request),
        "next": request.get_full_path(),
        "decided": _just_decided(request),
        "answering": answering,
    }
    status = 422 if answering else 200
    return render(request, "comments/desk/queue.html", context, status=status)


def _decide(request: HttpRequest) -> HttpResponse:
    began = timezone.now()
    act = next((name for name in ACTS if name in request.POST), None)
    if act is None:
        return _to_queue(request)
    asked = _chosen(request, request.POST[act])
    chosen = in_queue().filter(pk__in=asked)
    done = [reply for reply in chosen if ACTS[act](reply, request.user)]
    if not done:
        messages.warning(request, DECIDED_MEANWHILE if asked else NOTHING_CHOSEN)
        return _to_queue(request)
    if len(done) < len(set(asked)):
        messages.warning(request, SOME_MEANWHILE % {"number": len(set(asked)) - len(done)})
    _note(request, done, began)
    return _to_queue(request, _next(done[-1]))


def _answer(request: HttpRequest, model_admin: admin.ModelAdmin) -> HttpResponse:
    began, number = timezone.now(), request.POST["answer"]
    form = AnswerForm({"answer": request.POST.get(f"answer-{number}", "")})
    reply = Reply.objects.filter(pk__in=_numbers([number])).first()
    said = _said(request, reply, form)
    if reply is None or said is None:
        answering = {"text": form.data["answer"], "errors": form.errors["answer"]}
        return _page(request, model_admin, answering)
    _note(request, [reply, said], began)
    return _to_queue(request, _next(reply))


def _said(request: HttpRequest, reply: Reply | None, form: AnswerForm) -> Reply | None:
    """The answer, or None and an error of the form that says why there is none."""
    if not form.is_valid():
        return None
    try:
        if reply is not None:
            return answer(reply, form.cleaned_data["answer"], _editor(request))
        form.add_error("answer", TAKEN_DOWN)
    except UnansweredError:
        form.add_error("answer", TAKEN_DOWN)
    except DuplicateReplyError:
        form.add_error("answer", SAID_ALREADY)
    return None


def _undo(request: HttpRequest) -> HttpResponse:
    numbers = request.session.pop(JUST_DECIDED, [])
    decisions = Decision.objects.filter(pk__in=numbers)
    first = Reply.objects.filter(decisions__in=numbers).order_by("created_at", "pk").first()
    undo(request, decisions)
    return _to_queue(request, first)


def _chosen(request: HttpRequest, value: str) -> list[int]:
    return _numbers(request.POST.getlist("reply") if value == CHECKED else [value])


def _numbers(typed: Sequence[str]) -> list[int]:
    return [int(number) for number in typed if number.isdecimal() and len(number) < 18]


def _note(request: HttpRequest, replies: Sequence[Reply], began: datetime.datetime) -> None:
    """In the history of each, and for the button that takes it back."""
    editor, change = _editor(request), [{"changed": {"fields": ["state"]}}]
    LogEntry.objects.log_actions(editor.pk, replies, CHANGE, change)
    made = Decision.objects.filter(reply__in=replies, by=editor, made_at__gte=began)
    request.session[JUST_DECIDED] = list(made.values_list("pk", flat=True))


def _editor(request: HttpRequest) -> User:
    return cast(User, request.user)


def _mail(request: HttpRequest) -> dict[str, Any]:
    """Whether the editor is told of what waits. Two queries."""
    every = ModerationRules.now().mail_every
    return {
        "every": MailEvery(every).label if every else "",
        "address": _editor(request).email,
        "wants": QueueReader.objects.filter(editor=_editor(request)).exists(),
    }


def _just_decided(request: HttpRequest) -> list[Decision]:
    numbers = request.session.get(JUST_DECIDED, [])
    if not numbers:
        return []
    decisions = Decision.objects.filter(pk__in=numbers).select_related("reply").order_by("pk")
    return list(decisions.defer("reply__email_sealed", "reply__email_key"))


def _from(waiting: ReplyQuerySet, after: str) -> ReplyQuerySet:
    """Those that came after the reply of that number, whatever was decided on it since."""
    reply = Reply.objects.filter(pk__in=_numbers([after])).first() if after else None
    return waiting.later_than(reply) if reply else waiting


def _next(reply: Reply) -> Reply | None:
    return in_queue().later_than(reply).first()


def _to_queue(request: HttpRequest, reply: Reply | None = None) -> HttpResponseRedirect:
    address = reverse("admin:comments_reply_queue")
    after = _numbers([request.GET.get("after", "")])
    query = f"?after={after[0]}" if after else ""
    return HttpResponseRedirect(f"{address}{query}#reply-{reply.pk if reply else 'none'}")
