"""Where a reader says that a reply should not stand. A GET changes nothing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from catalog.models import Drama
from comments.forms import ReportForm
from comments.models import Reply
from comments.pacing import TooFastError
from comments.reports import report as take_report
from comments.views.posting import CROSS_SITE, SeeOther, is_too_large, no_store, too_large
from comments.visitor import visitor_of
from dramasite.crosssite import own_posts_only
from dramasite.reading import read_only

TOO_FAST = _("That were many reports in a short time. Wait a while, then send this one again.")


def _shown(pk: int) -> Reply:
    """One that readers could see, whatever has become of it since."""
    replies = Reply.objects.select_related("drama").filter(drama__in=Drama.objects.published())
    return get_object_or_404(replies, pk=pk, first_shown_at__isnull=False)


def _refuse(request: HttpRequest, pk: int) -> HttpResponse:
    reply = _shown(pk)
    form = ReportForm(request.POST, action=reverse("report", args=[pk]))
    form.add_error(None, str(CROSS_SITE))
    return _page(request, reply, form, 403)


@require_http_methods(["GET", "HEAD", "POST"])
@own_posts_only(_refuse)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    reply = _shown(pk)
    if request.method == "POST":
        return too_large(request) if is_too_large(request) else _take(request, reply)
    if reply.is_removed:
        context = {"drama": reply.drama, "canonical_url": ""}
        return render(request, "comments/reply_removed.html", context, status=410)
    if not reply.is_published:
        raise Http404("it stands no more")
    return _page(request, reply, ReportForm(action=reverse("report", args=[pk])))


@read_only
def reported(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for everybody: for a first report, a repeated one, and one that came too late."""
    context = {"drama": _shown(pk).drama, "canonical_url": ""}
    return render(request, "comments/reply_reported.html", context)


def _take(request: HttpRequest, reply: Reply) -> HttpResponse:
    form = ReportForm(request.POST, action=reverse("report", args=[reply.pk]))
    if not form.is_valid():
        return _page(request, reply, form, 422)
    visitor = visitor_of(request)
    try:
        take_report(reply, visitor, **form.cleaned_data)
    except TooFastError as wait:
        form.add_error(None, str(TOO_FAST))
        response = _page(request, reply, form, 429)
        response["Retry-After"] = str(wait.retry_after)
        return response
    response = no_store(SeeOther(reverse("reported", args=[reply.pk])))
    visitor.remember(request, response)
    return response


def _page(request: HttpRequest, reply: Reply, form: ReportForm, status: int = 200) -> HttpResponse:
    # What is no longer shown is not quoted, not even to whoever was too late.
    quoted = reply if reply.is_published else None
    context = {"drama": reply.drama, "reply": quoted, "form": form}
    response = render(request, "comments/reply_report.html", context, status=status)
    return no_store(response) if form.is_bound else response
