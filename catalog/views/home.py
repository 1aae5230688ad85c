"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from catalog.models import Country, Drama, Genre

ON_A_SHELF = 12


def home(request: HttpRequest) -> HttpResponse:
    shown = Drama.objects.published().newest_first().with_posters()
    newest = shown.released_by(timezone.localdate())
    return render(
        request,
        "catalog/home.html",
        {
            "feature": Drama.objects.feature(),
            "airing": shown.airing()[:ON_A_SHELF],
            "upcoming": shown.upcoming().order_by("released_on", "pk")[:ON_A_SHELF],
            "newest": newest[:ON_A_SHELF],
            "genres": Genre.objects.in_use(),
            "countries": Country.objects.in_use(),
        },
    )
