"""From some dramas on to more: the genres that most of them have."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count

from catalog.models import Genre

LOOKED_AT = 300
SHOWN = 6


def genres_of(dramas: Sequence[int]) -> list[Genre]:
    """The most frequent first; of the first dramas, where there are very many. One query."""
    found = Genre.objects.filter(dramas__in=dramas[:LOOKED_AT])
    return list(found.annotate(number=Count("dramas")).order_by("-number", "name")[:SHOWN])
