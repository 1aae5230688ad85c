"""Posters and backdrops drawn from the title, for dramas that have none."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response

from catalog.artwork import Subject, backdrop_svg, poster_svg
from catalog.models import Drama

KEPT_FOR_GOOD = "public, max-age=31536000, immutable"
ASKED_AGAIN = "public, no-cache"
POLICY = "default-src 'none'; frame-ancestors 'none'"


def poster_art(request: HttpRequest, slug: str) -> HttpResponse:
    return drawn_poster(request, get_object_or_404(Drama.objects.published(), slug=slug))


def backdrop_art(request: HttpRequest, slug: str) -> HttpResponse:
    return drawn_backdrop(request, get_object_or_404(Drama.objects.published(), slug=slug))


def drawn_poster(request: HttpRequest, drama: Drama) -> HttpResponse:
    subject = Subject.of(drama)
    return _drawing(request, poster_svg(subject), subject.version)


def drawn_backdrop(request: HttpRequest, drama: Drama) -> HttpResponse:
    subject = Subject.of(drama)
    return _drawing(request, backdrop_svg(subject), subject.version)


def _drawing(request: HttpRequest, svg: str, version: str) -> HttpResponse:
    etag = f'"{hashlib.sha256(svg.encode()).hexdigest()[:32]}"'
    response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response["ETag"] = etag
    response = get_conditional_response(request, etag=etag, response=response) or response
    is_current = request.GET.get("v") == version
    response["Cache-Control"] = KEPT_FOR_GOOD if is_current else ASKED_AGAIN
    if not isinstance(response, HttpResponseNotModified):
        response["Content-Security-Policy"] = POLICY
        response["X-Content-Type-Options"] = "nosniff"
    return response
