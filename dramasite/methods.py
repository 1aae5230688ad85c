"""What a page answers to a method that it does not take: in the site's looks, never empty."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from dramasite.views import error_page


class MethodsMiddleware:
    """Fills a 405 that has no words of its own; one that has, such as the API's, is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or response.content:
            return response
        page = error_page(request, 405)
        page.headers["Allow"] = response.headers["Allow"]
        return page
