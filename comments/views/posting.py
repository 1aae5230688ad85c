"""What happens to a posted reply, the same for the drama's form and for an answer's."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables

from catalog.models import Drama
from comments import addresses
from comments.closing import is_thread_closed
from comments.forms import ReplyForm, episodes_of
from comments.models import DuplicateReplyError, Reply
from comments.notification.asking import ask
from comments.own import own_address
from comments.pacing import TooFastError, count_reply
from comments.slow import NotYourTurnError, turn
from comments.spam.judging import judge
from comments.spam.said import FormEvidence, Said
from comments.terms import Terms, terms_of
from comments.trust import is_verified
from comments.visitor import Visitor, visitor_of

CROSS_SITE = _(
    "This was sent from another site, so it was not taken. "
    "If the text is yours, post it again here."
)
CLOSED = _(
    "This conversation is closed, so your comment was not taken. Copy it if you want to keep it."
)
THREAD_CLOSED = _(
    "This thread was closed meanwhile, so your comment was not taken as an answer. It is still "
    "here: you may post it as a reply to the drama."
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
    def terms(self) -> Terms:
        return terms_of(self.drama)

    @property
    def is_thread_closed(self) -> bool:
        return self.parent is not None and is_thread_closed(self.parent)


def receive(request: HttpRequest, place: Place) -> HttpResponse:
    """Take a reply and lead to its own address, or give the form back with what is wrong."""
    if is_too_large(request):
        return too_large(request)
    form, terms = place.form(request.POST), place.terms
    if terms.is_closed:
        return refusal(request, place, form, 403, CLOSED)
    if place.is_thread_closed:
        place = Place(place.drama)
        return refusal(request, place, place.form(request.POST), 403, THREAD_CLOSED)
    if not form.is_valid():
        return form_page(request, place, form, 422)
    visitor, network = visitor_of(request), request.META.get("REMOTE_ADDR", "")
    evidence = FormEvidence.of(request.POST, request.path)
    try:
        count_reply(network)
        with turn(place.drama.pk, terms.slow_minutes, visitor, network):
            reply = _write(request, place, form, visitor, evidence)
    except TooFastError as wait:
        said = _not_yet(terms, wait) if isinstance(wait, NotYourTurnError) else TOO_FAST
        response = refusal(request, place, form, 429, said)
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
    request: HttpRequest, place: Place, form: ReplyForm, status: int, message: Promise | str
) -> HttpResponse:
    """The form as it was typed, and above it why it was not taken."""
    form.add_error(None, str(message))
    return form_page(request, place, form, status)


def form_page(
    request: HttpRequest, place: Place, form: ReplyForm, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"drama": place.drama, "parent": place.parent, "form": form, **more}
    response = render(request, "comments/reply_form.html", context, status=status)
    return no_store(response) if form.is_bound else response


def _not_yet(terms: Terms, wait: TooFastError) -> str:
    minutes = math.ceil(wait.retry_after / 60)
    words = ngettext(
        "Replies here are slowed down: one in %(every)d minutes. Your comment is still here: "
        "post it again in %(minutes)d minute.",
        "Replies here are slowed down: one in %(every)d minutes. Your comment is still here: "
        "post it again in %(minutes)d minutes.",
        minutes,
    )
    return words % {"every": terms.slow_minutes, "minutes": minutes}


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
