"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from catalog import front
from catalog.best import best_rated
from catalog.models import Pick
from catalog.ways_in import ways_in

BEST = 10


def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    best, newest = best_rated(BEST), front.newest(today)
    feature = front.feature(Pick.objects.current(), best, newest)
    return render(
        request,
        "catalog/home.html",
        {
            "feature": feature,
            "airing": front.without(feature, front.airing(today)),
            "coming": front.without(feature, front.coming(today)),
            "best": best,
            "newest": front.without(feature, [front.Card(drama) for drama in newest]),
            "ways_in": ways_in(today),
        },
    )
