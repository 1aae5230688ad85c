"""One address for each page: what was typed in capitals leads to it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import is_valid_path


class LowercaseMiddleware:
    """Redirects a GET that found nothing to the same address in small letters."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        path = request.path_info.lower()
        # A leading "//" would be read as another host.
        if path == request.path_info or path.startswith("//") or not _exists(path):
            return response
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


def _exists(path: str) -> bool:
    return bool(is_valid_path(path) or is_valid_path(f"{path}/"))
