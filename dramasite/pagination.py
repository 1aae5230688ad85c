"""Pages of a list, each with one address."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest


def page_of(rows: QuerySet | Sequence, request: HttpRequest, per_page: int = 48) -> Page:
    """The page that ``?page=`` asks for, the first without it. Raises Http404 beyond the last."""
    try:
        return Paginator(rows, per_page).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error
