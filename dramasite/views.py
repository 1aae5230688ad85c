"""Pages that are neither the catalogue's nor the replies': errors and files for robots."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from dramasite.absolute import absolute
from dramasite.reading import read_only

ERRORS = {
    400: (
        gettext_lazy("That request could not be read"),
        gettext_lazy("Go back, reload the page, and try once more."),
    ),
    403: (
        gettext_lazy("That is not open to you"),
        gettext_lazy("If you came by a link on another site, open the page here and try again."),
    ),
    404: (
        gettext_lazy("There is no such page"),
        gettext_lazy("The address may have a slip in it, or the page has been taken down."),
    ),
    405: (
        gettext_lazy("That cannot be done here"),
        gettext_lazy("The page is there, but it does not take what was sent. Open it to read it."),
    ),
    410: (
        gettext_lazy("This has been removed"),
        gettext_lazy("It stood here once and will not come back."),
    ),
    413: (
        gettext_lazy("That was too large"),
        gettext_lazy("Go back, shorten what you sent, and try again."),
    ),
    429: (
        gettext_lazy("That was a little too fast"),
        gettext_lazy("Wait a moment, then try again."),
    ),
    500: (
        gettext_lazy("Something went wrong on our side"),
        gettext_lazy("It has been noted. Go back and try again in a minute."),
    ),
}


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """A page in the site's looks that says what happened and what to do next."""
    title, advice = ERRORS[status]
    # What is not there has no address of its own.
    context = {"status": status, "title": title, "advice": advice, "canonical_url": ""}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, 500)


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = absolute(reverse("sitemap_index"), request)
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /replies/", "", f"Sitemap: {sitemap}"]
    lines.append("")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
