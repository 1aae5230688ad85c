"""What the site holds about one email address: asking for it, and reading, taking, erasing it.

The page's address is a secret of whoever reads the mail. Its policy "same-origin" gives it to
no other site and lets the form post.
"""

from __future__ import annotations

from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from comments import addresses
from comments.data_link import ExpiredLinkError, opened
from comments.data_mail import mail_link
from comments.forgetting import erase_held
from comments.forms import AddressForm
from comments.held import Held
from comments.notification import links
from comments.own import manage_address
from comments.pacing import TooFastError, count_mail
from comments.takeout import taken_along
from comments.views.posting import CROSS_SITE, SeeOther, no_store
from dramasite.crosssite import View, own_posts_only
from dramasite.reading import read_only

MOST_SHOWN = 50
TOO_OFTEN = _("Too many links were asked for from your network. Wait a while, then ask again.")
SURE = _("Say that you are sure: what is erased cannot be brought back.")


def _refuse(request: HttpRequest) -> HttpResponse:
    return _refusal(request, _form(request), 403, CROSS_SITE)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@own_posts_only(_refuse)
def ask(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "comments/data_ask.html", {"form": _form()})
    form = _form(request)
    if not form.is_valid():
        return _asking(request, form, 422)
    try:
        _write_down(form, request)
    except TooFastError as wait:
        response = _refusal(request, form, 429, TOO_OFTEN)
        response["Retry-After"] = str(wait.retry_after)
        return response
    return no_store(SeeOther(reverse("data_asked")))


@read_only
def asked(request: HttpRequest) -> HttpResponse:
    """The same for every address, known or not."""
    return render(request, "comments/data_asked.html")


@read_only
def erased(request: HttpRequest) -> HttpResponse:
    return render(request, "comments/data_erased.html")


def _secret(view: View) -> View:
    """The view is given what the link leads to. Nothing keeps the page, nobody else is told."""

    @wraps(view)
    def guarded(request: HttpRequest, signed: str) -> HttpResponse:
        try:
            held = opened(signed)
        except ExpiredLinkError:
            response = render(request, "comments/data_expired.html", status=410)
        else:
            if held is None:
                raise Http404("nothing was signed so")
            response = view(request, held, signed)
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex"
        return no_store(response)

    return guarded


@read_only
@_secret
def data(request: HttpRequest, held: Held, signed: str) -> HttpResponse:
    return _page(request, held, signed)


@read_only
@_secret
def export(request: HttpRequest, held: Held, signed: str) -> HttpResponse:
    form = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(taken_along(held), json_dumps_params=form)
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@own_posts_only()
@require_POST
@_secret
def erase(request: HttpRequest, held: Held, signed: str) -> HttpResponse:
    if request.POST.get("sure") != "yes":
        return _page(request, held, signed, status=422, error=SURE)
    erase_held(held)
    return SeeOther(reverse("data_erased"))


def _page(
    request: HttpRequest, held: Held, signed: str, status: int = 200, error: Promise | None = None
) -> HttpResponse:
    replies = list(held.replies[: MOST_SHOWN + 1])
    recipient = held.recipient
    context = {
        "mail_address": links.OVERVIEW.path(recipient.pk) if recipient else "",
        "signed": signed,
        "replies": [(reply, manage_address(reply)) for reply in replies[:MOST_SHOWN]],
        "has_more": len(replies) > MOST_SHOWN,
        "error": error,
        "canonical_url": "",
    }
    return render(request, "comments/data.html", context, status=status)


def _form(request: HttpRequest | None = None) -> AddressForm:
    return AddressForm(request.POST if request else None, action=reverse("data_ask"))


@sensitive_variables()
def _write_down(form: AddressForm, request: HttpRequest) -> None:
    """Counts, and leaves the rest to the background. Raises TooFastError."""
    count_mail(request.META.get("REMOTE_ADDR", ""))
    origin = f"{request.scheme}://{request.get_host()}"
    mail_link.enqueue(addresses.seal(form.cleaned_data["email"]), origin)


def _refusal(
    request: HttpRequest, form: AddressForm, status: int, message: Promise
) -> HttpResponse:
    form.add_error(None, str(message))
    return _asking(request, form, status)


def _asking(request: HttpRequest, form: AddressForm, status: int) -> HttpResponse:
    return no_store(render(request, "comments/data_ask.html", {"form": form}, status=status))
