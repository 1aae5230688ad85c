"""Pages that are only read: whatever else is asked of them is refused by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.http import HttpResponse
from django.urls import URLPattern
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]


def read_only(view: View) -> View:
    """405 for every method but GET and HEAD.

    Nothing is changed by it, so no token is asked for: without one the answer would be 403.
    """
    safe = require_safe(view)
    safe.csrf_exempt = True  # type: ignore[attr-defined]
    return safe


def all_read_only(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """The same addresses; a view that answers to other methods in its own words is left so."""
    return [each if _has_own_answer(each.callback) else _read_only(each) for each in patterns]


def _has_own_answer(view: View) -> bool:
    return getattr(view, "csrf_exempt", False)


def _read_only(address: URLPattern) -> URLPattern:
    view = read_only(address.callback)
    return URLPattern(address.pattern, view, address.default_args, address.name)
