"""Answers in JSON: to whoever asks, from whatever page, and errors too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from catalog.api.asked import BadQueryError
from catalog.api.shapes import Error

METHODS = "GET, HEAD, OPTIONS"
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ASKED_FIRST = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def json_api(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """For views that give what is to be said, or a response of their own."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        response = _answer(view, request, parts)
        for name, value in OPEN_TO_ALL.items():
            response[name] = value
        return response

    # Nothing is changed by it: a token would only turn the 405 into a page.
    answer.csrf_exempt = True  # type: ignore[attr-defined]
    return answer


def _answer(view: Callable[..., Any], request: HttpRequest, parts: dict[str, Any]) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=ASKED_FIRST)
    if request.method not in ("GET", "HEAD"):
        return _error(405, f"only {METHODS}", Allow=METHODS)
    try:
        said = view(request, **parts)
    except Http404:
        return _error(404, "there is no such thing")
    except BadQueryError as error:
        return _error(400, str(error))
    return said if isinstance(said, HttpResponse) else _said(request, said)


def _said(request: HttpRequest, said: Any) -> HttpResponse:
    body = msgspec.json.encode(said)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "public, no-cache"}
    response = HttpResponse(body, content_type="application/json", headers=headers)
    return get_conditional_response(request, etag=etag, response=response) or response


def _error(status: int, error: str, **headers: str) -> HttpResponse:
    body = msgspec.json.encode(Error(status, error))
    return HttpResponse(body, content_type="application/json", status=status, headers=headers)
