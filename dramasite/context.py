"""What every template may say."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from dramasite.absolute import absolute


def _canonical(request: HttpRequest) -> str:
    try:
        return absolute(request.path, request)
    except DisallowedHost:
        # The page that refuses a host must not fail on that host.
        return ""


def site(request: HttpRequest) -> dict[str, str]:
    """The site's name, and the one address of the page (without any query)."""
    return {
        "site_name": settings.SITE_NAME,
        "canonical_url": _canonical(request),
    }
