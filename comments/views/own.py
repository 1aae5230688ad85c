"""One's own reply: what has become of it, correcting it, and withdrawing it.

The addresses are a secret between the site and the author. Their policy "same-origin" gives
them to no other site, and lets the forms post: under "no-referrer" a browser would post
"Origin: null", which is refused.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from comments.correction import OutdatedError, version_of
from comments.correction import correct as write_correction
from comments.forms import CorrectionForm
from comments.models import DuplicateReplyError, Reply
from comments.own import Own, opened
from comments.pacing import TooFastError, count_reply
from comments.spam.judging import judge
from comments.spam.said import Said
from comments.verification import verify as mark_verified
from comments.views.posting import (
    CROSS_SITE,
    DUPLICATE,
    TOO_FAST,
    SeeOther,
    is_too_large,
    no_store,
    too_large,
)
from comments.visitor import visitor_of
from dramasite.crosssite import own_posts_only
from dramasite.reading import read_only

TOO_LATE = _(
    "Your reply can no longer be changed here, so nothing was changed. Copy your text if you "
    "want to keep it."
)
OUTDATED = _(
    "Your reply was changed meanwhile, perhaps in another window. Above the form is what it says "
    "now; save again to put your text in its place."
)


@read_only
def own_reply(request: HttpRequest, signed: str) -> HttpResponse:
    """What he wrote, as it will look, what has become of it, and what he may do."""
    return _page(request, _own(signed), "reply_own")


def _refuse_correction(request: HttpRequest, signed: str) -> HttpResponse:
    if is_too_large(request):
        return too_large(request)
    own = _own(signed)
    return _refusal(request, own, _form(own, request), 403, CROSS_SITE)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@own_posts_only(_refuse_correction)
def correct(request: HttpRequest, signed: str) -> HttpResponse:
    own = _own(signed)
    if request.method == "POST":
        return too_large(request) if is_too_large(request) else _take(request, own)
    if not own.may_be_changed:
        return no_store(redirect("own_reply", signed))
    return _page(request, own, "reply_correct", form=_form(own))


@require_http_methods(["GET", "HEAD", "POST"])
@own_posts_only()
def withdraw(request: HttpRequest, signed: str) -> HttpResponse:
    own = _own(signed)
    if request.method != "POST" and own.may_be_changed:
        return _page(request, own, "reply_withdraw")
    if request.method == "POST" and own.may_be_changed:
        try:
            own.reply.withdraw()
        except Reply.DoesNotExist:
            return _gone(request, own)
    return no_store(SeeOther(reverse("own_reply", args=[signed])))


@require_http_methods(["GET", "HEAD", "POST"])
@own_posts_only()
def verify(request: HttpRequest, signed: str) -> HttpResponse:
    """Only by the mailed address; looking leads to the page with the button."""
    own = _own(signed)
    if not own.is_mailed:
        raise Http404("this proves nothing about an address")
    if request.method == "POST" and own.may_be_changed:
        mark_verified(own.reply)
    return no_store(SeeOther(reverse("own_reply", args=[signed])))


def _own(signed: str) -> Own:
    own = opened(signed)
    if own is None:
        raise Http404("nothing was signed so")
    return own


def _form(own: Own, request: HttpRequest | None = None) -> CorrectionForm:
    address = reverse("correct_reply", args=[own.signed])
    return CorrectionForm(own.reply, request.POST if request else None, action=address)


def _take(request: HttpRequest, own: Own) -> HttpResponse:
    try:
        return _receive(request, own)
    except Reply.DoesNotExist:
        return _gone(request, own)


def _gone(request: HttpRequest, own: Own) -> HttpResponse:
    """It was erased while its author, perhaps in another window, did something else with it."""
    context = {"drama": own.reply.drama, "is_erased": True, "canonical_url": ""}
    return no_store(render(request, "comments/reply_removed.html", context, status=410))


def _receive(request: HttpRequest, own: Own) -> HttpResponse:
    form = _form(own, request)
    if not own.may_be_changed:
        return _refusal(request, own, form, 403, TOO_LATE)
    if not form.is_valid():
        return _page(request, own, "reply_correct", 422, form=form)
    try:
        count_reply(request.META.get("REMOTE_ADDR", ""))
        verdict = judge(_judged(own, form), own.author(visitor_of(request)))
        write_correction(own.reply, form.said, form.version, verdict)
    except TooFastError as wait:
        response = _refusal(request, own, form, 429, TOO_FAST)
        response["Retry-After"] = str(wait.retry_after)
        return response
    except DuplicateReplyError:
        return _refusal(request, own, form, 409, DUPLICATE)
    except OutdatedError:
        return _conflict(request, own, form)
    return no_store(SeeOther(reverse("own_reply", args=[own.signed])))


def _judged(own: Own, form: CorrectionForm) -> Said:
    said, reply = form.said, own.reply
    return Said(said.body, said.name, said.website, reply.email_key, reply=reply.pk)


def _conflict(request: HttpRequest, own: Own, form: CorrectionForm) -> HttpResponse:
    """Both texts, and a form that now knows of the other one."""
    own.reply.refresh_from_db()
    if own.reply.is_erased:
        return _gone(request, own)
    if not own.may_be_changed:
        return _refusal(request, own, form, 403, TOO_LATE)
    form.version = version_of(own.reply)
    return _refusal(request, own, form, 409, OUTDATED, other=own.reply)


def _refusal(
    request: HttpRequest, own: Own, form: CorrectionForm, status: int, why: Promise, **more: Any
) -> HttpResponse:
    """The form as it was typed, and above it why it was not taken."""
    form.add_error(None, str(why))
    return _page(request, own, "reply_correct", status, form=form, **more)


def _page(
    request: HttpRequest, own: Own, name: str, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"own": own, "reply": own.reply, "canonical_url": "", **more}
    response = no_store(render(request, f"comments/{name}.html", context, status=status))
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
