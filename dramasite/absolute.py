"""Addresses with scheme and host: for whatever is read elsewhere than on the site."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest


def absolute(path: str, request: HttpRequest) -> str:
    """On SITE_URL; when that is not set, on the host that was asked.

    Raises DisallowedHost for one that is not ours.
    """
    return request.build_absolute_uri(on_the_site(path))


def on_the_site(path: str) -> str:
    """On SITE_URL; when that is not set, the path itself."""
    return urljoin(settings.SITE_URL, path)
