"""The short lists of a drama, read at once: its form asks for many things."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from catalog.models import Country, Drama, FormerSlug, Genre, Network

LABELS = ("countries", "networks", "genres")


def _part(noun: str, rows: QuerySet, label: str) -> QuerySet:
    """Rows of ``noun``, each with its key and what it is sorted by, as text."""
    key = Cast("pk", CharField())
    texts = rows.order_by().annotate(noun=Value(noun), key=key, label=F(label))
    return texts.values_list("noun", "key", "label")


def _made(noun: str, key: str, label: str) -> Any:
    match noun:
        case "countries":
            return Country(code=key, slug=label)
        case "networks":
            return Network(pk=int(key), name=label)
        case "genres":
            return Genre(pk=int(key), name=label)
        case _:
            return FormerSlug(pk=int(key), slug=label)


def load_labels(drama: Drama) -> None:
    """Countries, networks, genres and former addresses, as if they had been prefetched."""
    parts = [
        _part("countries", Country.objects.filter(dramas=drama), "slug"),
        _part("networks", Network.objects.filter(dramas=drama), "name"),
        _part("genres", Genre.objects.filter(dramas=drama), "name"),
        _part("former_slugs", FormerSlug.objects.filter(drama=drama), "slug"),
    ]
    rows = parts[0].union(*parts[1:], all=True).order_by("label")
    read: dict[str, list[Any]] = {noun: [] for noun in (*LABELS, "former_slugs")}
    for noun, key, label in rows:
        read[noun].append(_made(noun, key, label))
    caches = {noun: getattr(drama, noun).all() for noun in read}
    for noun, cache in caches.items():
        cache._result_cache = read[noun]
    drama._prefetched_objects_cache = caches  # type: ignore[attr-defined]
