"""Answers that say by an entity tag whether they are as they were."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import set_response_etag
from django.views.decorators.http import conditional_page


def conditional(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Django's ``conditional_page``, whose entity tag comes with HEAD as with GET."""

    @conditional_page
    @wraps(view)
    def tagged(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200 and not response.streaming:
            set_response_etag(response)
        return response

    return tagged
