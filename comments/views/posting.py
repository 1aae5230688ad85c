"""What happens to a posted reply, the same for the drama's form and for an answer's."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from catalog.models import Drama
from comments import addresses
from comments.forms import ReplyForm, episodes_of
from comments.models import Conversation, DuplicateReplyError, Reply
from comments.notification.asking import ask
from comments.own import own_address
from comments.pacing import TooFastError, count_reply
from comments.spam.judging import judge
from comments.spam.said import FormEvidence, Said
from comments.trust import is_verified
from comments.visitor import Visitor, visitor_of

CROSS_SITE = _(
    "This was sent from another site, so it was not taken. "
    "If the text is yours, post it again here."
)
CLOSED = _(
    "This conversation is closed, so your comment was not taken. Copy it if you want to keep it."
)
DUPLICATE = _("You have said exactly this here already. It need not be posted again.")
TOO_FAST = _(
    "That was too fast after your last replies. Your comment is still here: wait a moment, "
    "then post it again."
)
BUSY = _(
    "The site is too busy to take it just now. Your comment is still here: wait a moment, then "
    "post it again."
)
SECONDS_TO_WAIT = 10
logger = logging.getLogger(__name__)


class SeeOther(HttpResponseRedirect):
    """A reload of what it leads to posts nothing again."""

    status_code = 303


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply is to stand: under a drama, or under another reply to it."""

    drama: Drama
    parent: Reply | None = None

    @property
    def form_address(self) -> str:
        if self.parent is not None:
            return reverse("answer", args=[self.parent.pk])
        return reverse("replies", args=[self.drama.slug])

    def form(self, data: QueryDict | None = None) -> ReplyForm:
        return ReplyForm(data, action=self.form_address, episodes=episodes_of(self.drama))

    @property
    def is_closed(self) -> bool:
        conversation = Conversation.objects.filter(drama=self.drama).first()
        return conversation is not None and conversation.is_closed


def receive(request: HttpRequest, place: Place) -> HttpResponse:
    """Take a reply and lead to its own address, or give the form back with what is wrong."""
    if is_too_large(request):
        return too_large(request)
    form = place.form(request.POST)
    if place.is_closed:
        return refusal(request, place, form, 403, CLOSED)
    if not form.is_valid():
        return form_page(request, place, form, 422)
    visitor = visitor_of(request)
    try:
        count_reply(request.META.get("REMOTE_ADDR", ""))
        reply = _write(request, place, form, visitor, FormEvidence.of(request.POST, request.path))
    except TooFastError as wait:
        response = refusal(request, place, form, 429, TOO_FAST)
        response["Retry-After"] = str(wait.retry_after)
        return response
    except DuplicateReplyError:
        return refusal(request, place, form, 409, DUPLICATE)
    except OperationalError as error:
        logger.warning("a reply could not be written: %s", error)
        response = refusal(request, place, form, 503, BUSY)
        response["Retry-After"] = str(SECONDS_TO_WAIT)
        return response
    response = no_store(SeeOther(own_address(reply)))
    visitor.remember(request, response)
    return response


def refuse_cross_site(request: HttpRequest, place: Place) -> HttpResponse:
    if is_too_large(request):
        return too_large(request)
    form = place.form(request.POST)
    return refusal(request, place, form, 403, CROSS_SITE)


def refusal(
    request: HttpRequest, place: Place, form: ReplyForm, status: int, message: Promise
) -> HttpResponse:
    """The form as it was typed, and above it why it was not taken."""
    form.add_error(None, str(message))
    return form_page(request, place, form, status)


def form_page(
    request: HttpRequest, place: Place, form: ReplyForm, status: int = 200
) -> HttpResponse:
    context = {"drama": place.drama, "parent": place.parent, "form": form}
    response = render(request, "comments/reply_form.html", context, status=status)
    return no_store(response) if form.is_bound else response


def is_too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return length.isdecimal() and int(length) > limit


def too_large(request: HttpRequest) -> HttpResponse:
    return no_store(render(request, "comments/reply_too_large.html", status=413))


def no_store(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    return response


@sensitive_variables()
def _write(
    request: HttpRequest, place: Place, form: ReplyForm, visitor: Visitor, evidence: FormEvidence
) -> Reply:
    given = form.cleaned_data
    verdict = judge(_said(given, evidence), visitor)
    with transaction.atomic():
        reply = Reply.objects.post(
            place.drama,
            parent=place.parent,
            name=given["name"],
            email=given["email"],
            website=given["website"],
            body=given["comment"],
            verified_at=timezone.now() if is_verified(visitor, given["email"]) else None,
            about_episode=given.get("episode"),
            **visitor.keys(),
            **verdict.fields(),
        )
        ask(reply, given["email"], given["mail"], request)
    return reply


@sensitive_variables()
def _said(given: Mapping[str, str], evidence: FormEvidence) -> Said:
    return Said(
        text=given["comment"],
        name=given["name"],
        website=given["website"],
        email_key=addresses.key(given["email"]),
        form=evidence,
    )
