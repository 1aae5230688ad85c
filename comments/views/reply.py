"""One reply: its permanent link, and the page of its answer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from catalog.models import Drama
from comments.discussion import discussion_of
from comments.models import Reply, State
from comments.views.posting import (
    Place,
    form_page,
    receive,
    refusal,
    refuse_cross_site,
)
from comments.whereabouts import address_of
from dramasite.crosssite import own_posts_only
from dramasite.reading import read_only

GONE = _(
    "What you answered has been taken down meanwhile. Your comment is still here: you may post "
    "it as a reply to the drama."
)


def _reply(pk: int) -> Reply:
    """One that stands or stood on a page that may be read; Http404 for what waits or is spam."""
    replies = Reply.objects.select_related("drama").filter(drama__in=Drama.objects.published())
    return get_object_or_404(replies, pk=pk, state__in=(State.PUBLISHED, State.REMOVED))


@read_only
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The permanent link leads to wherever the reply stands now."""
    reply = _reply(pk)
    if reply.is_removed:
        return _gone(request, reply)
    address = address_of(discussion_of(reply.drama), reply.pk)
    if address is None:
        raise Http404("it stands nowhere")
    return redirect(address)


def _refuse(request: HttpRequest, pk: int) -> HttpResponse:
    parent = _reply(pk)
    return refuse_cross_site(request, Place(parent.drama, parent))


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@own_posts_only(_refuse)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    parent = _reply(pk)
    place = Place(parent.drama, parent)
    if request.method == "POST":
        return _too_late(request, parent) if parent.is_removed else receive(request, place)
    if parent.is_removed:
        return _gone(request, parent)
    terms = place.terms
    return form_page(
        request,
        place,
        place.form(),
        is_closed=terms.is_closed,
        is_thread_closed=not terms.is_closed and place.is_thread_closed,
        slow_minutes=terms.slow_minutes,
    )


def _gone(request: HttpRequest, reply: Reply) -> HttpResponse:
    return render(
        request,
        "comments/reply_removed.html",
        {"drama": reply.drama, "is_withdrawn": reply.is_withdrawn, "canonical_url": ""},
        status=410,
    )


def _too_late(request: HttpRequest, parent: Reply) -> HttpResponse:
    place = Place(parent.drama)
    form = place.form(request.POST)
    return refusal(request, place, form, 410, GONE)
