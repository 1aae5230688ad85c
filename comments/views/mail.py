"""What the links in mails open: pages with a button, which alone changes anything."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.models import Recipient, Subscription
from comments.notification import confirming, links
from comments.notification.overview import Deed, OverviewForm
from comments.views.posting import SeeOther, no_store
from comments.visitor import visitor_of
from dramasite.crosssite import own_posts_only
from dramasite.signing import SignedAddress

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
View = Callable[..., HttpResponse]


def _mailed(link: SignedAddress, noun: type[Subscription | Recipient]) -> Callable[[View], View]:
    """The view is given the row whose number was signed; what nobody signed is not found."""

    def decorate(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, signed: str) -> HttpResponse:
            number = link.number(signed)
            if number is None:
                raise Http404("nothing was signed so")
            row = noun.objects.filter(pk=number).first()
            return _page(request, "expired", {}, 410) if row is None else view(request, row)

        return require_http_methods(["GET", "HEAD", "POST"])(opened)

    return decorate


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    context |= {"canonical_url": ""}
    response = no_store(render(request, f"comments/mail_{name}.html", context, status=status))
    # The address is a secret of the recipient's. To our own pages it is sent all the same:
    # without it the browser would post "Origin: null", which is refused.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


@own_posts_only()
@_mailed(links.CONFIRM, Subscription)
def confirm(request: HttpRequest, subscription: Subscription) -> HttpResponse:
    if request.method == "POST" and not subscription.recipient.has_refused:
        is_daily = request.POST.get("pace") == "daily"
        confirming.confirm(subscription, visitor_of(request).browser_key, is_daily=is_daily)
        return SeeOther(request.path)
    return _page(request, "confirm", _about(subscription))


@csrf_exempt
@_mailed(links.STOP, Subscription)
def stop(request: HttpRequest, subscription: Subscription) -> HttpResponse:
    """By its button, or by a mail program of its own accord (RFC 8058).

    That comes from another site, without a cookie and without an Origin of ours: here alone
    who posts may be anybody. The signed number is all that it takes.
    """
    if request.method == "POST":
        if not _is_one_click(request):
            raise BadRequest("it asks for nothing that is there")
        subscription.end()
    return _page(request, "stop", _about(subscription))


@csrf_exempt
@_mailed(links.STOP_DAILY, Recipient)
def stop_daily(request: HttpRequest, recipient: Recipient) -> HttpResponse:
    """As ``stop``, for all that comes once a day."""
    if request.method == "POST":
        if not _is_one_click(request):
            raise BadRequest("it asks for nothing that is there")
        recipient.end_daily()
    is_ended = not recipient.subscriptions.active().filter(is_daily=True).exists()
    context = {"is_ended": is_ended, "overview": links.OVERVIEW.path(recipient.pk)}
    return _page(request, "stop_daily", context)


@own_posts_only()
@_mailed(links.REFUSE, Recipient)
def refuse(request: HttpRequest, recipient: Recipient) -> HttpResponse:
    if request.method == "POST":
        recipient.refuse()
        return SeeOther(request.path)
    context = {"recipient": recipient, "overview": links.OVERVIEW.path(recipient.pk)}
    return _page(request, "refuse", context)


@own_posts_only()
@_mailed(links.OVERVIEW, Recipient)
def overview(request: HttpRequest, recipient: Recipient) -> HttpResponse:
    """All that one address is told of."""
    if request.method == "POST":
        form = OverviewForm(request.POST, recipient=recipient)
        if not form.is_valid():
            raise BadRequest("it asks for nothing that is there")
        form.act(visitor_of(request).browser_key)
        return SeeOther(request.path)
    going_on = recipient.subscriptions.filter(ended_at__isnull=True)
    subscriptions = going_on.select_related("drama", "reply").order_by("drama__title", "pk")
    context = {"recipient": recipient, "subscriptions": list(subscriptions), "deeds": Deed}
    return _page(request, "overview", context)


def _about(subscription: Subscription) -> dict[str, Any]:
    recipient = subscription.recipient
    return {
        "subscription": subscription,
        "overview": links.OVERVIEW.path(recipient.pk),
        "refuse": links.REFUSE.path(recipient.pk),
    }


def _is_one_click(request: HttpRequest) -> bool:
    return all(request.POST.get(name) == value for name, value in ONE_CLICK.items())
