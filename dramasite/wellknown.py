"""Files at addresses that others agreed on: security.txt, humans.txt and such."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from dramasite.absolute import absolute
from dramasite.reading import read_only

# RFC 9116 asks for less than a year. It moves on by itself, a day at a time.
GOOD_FOR = datetime.timedelta(days=180)


@read_only
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116. Without a contact there is none: it would have nothing to say."""
    if not settings.SECURITY_CONTACT:
        raise Http404("SECURITY_CONTACT is not set")
    today = datetime.datetime.combine(timezone.now().date(), datetime.time(), datetime.UTC)
    return _text(
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {(today + GOOD_FOR).isoformat()}",
        f"Preferred-Languages: {settings.LANGUAGE_CODE}",
        f"Canonical: {absolute(reverse('security'), request)}",
    )


@read_only
def change_password(request: HttpRequest) -> HttpResponse:
    """Where password managers send an editor (https://w3c.github.io/webappsec-change-password-url/)."""
    return redirect("admin:password_change")


@read_only
def humans(request: HttpRequest) -> HttpResponse:
    """https://humanstxt.org"""
    return _text(
        "/* SITE */",
        f"Name: {settings.SITE_NAME}",
        f"Address: {absolute('/', request)}",
        f"Language: {settings.LANGUAGE_CODE}",
        "Software: Dramasite (Django)",
        "Doctype: HTML",
    )


@read_only
def indexnow_key(request: HttpRequest, key: str) -> HttpResponse:
    """Proves to search engines that it is this site which tells them of changes."""
    if not settings.INDEXNOW_KEY or key != settings.INDEXNOW_KEY:
        raise Http404("no such file")
    return _text(key)


def _text(*lines: str) -> HttpResponse:
    return HttpResponse("\n".join((*lines, "")), content_type="text/plain; charset=utf-8")
