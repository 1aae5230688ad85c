"""Plain pages, and the list of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from catalog.models import Page
from dramasite.pagination import page_of


def pages(request: HttpRequest) -> HttpResponse:
    published = Page.objects.published()
    page = page_of(published.articles(), request, per_page=20)
    context = {"page": page, "lasting": published.lasting() if page.number == 1 else []}
    return render(request, "catalog/page_list.html", context)


def page(request: HttpRequest, slug: str) -> HttpResponse:
    page = get_object_or_404(Page.objects.published(), slug=slug)
    return render(request, "catalog/page_detail.html", {"page": page})
