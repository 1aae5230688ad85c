"""The short lists of a drama, read at once: its form asks for many things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from catalog.models import Country, Drama, DramaTag, FormerSlug, Genre, Network, Tag

LABELS = ("countries", "networks", "genres")
TAGS = ("plain_tags", "spoiler_tags")


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
        case "former_slugs":
            return FormerSlug(pk=int(key), slug=label)
        case _:
            return Tag(pk=int(key), name=label)


def _tags(drama: Drama, is_spoiler: bool) -> QuerySet:
    return Tag.objects.filter(drama_tags__drama=drama, drama_tags__is_spoiler=is_spoiler)


def load_labels(drama: Drama) -> None:
    """Countries, networks and genres as if they had been prefetched; the rest as attributes."""
    parts = [
        _part("countries", Country.objects.filter(dramas=drama), "slug"),
        _part("networks", Network.objects.filter(dramas=drama), "name"),
        _part("genres", Genre.objects.filter(dramas=drama), "name"),
        _part("former_slugs", FormerSlug.objects.filter(drama=drama), "slug"),
        _part("plain_tags", _tags(drama, is_spoiler=False), "name"),
        _part("spoiler_tags", _tags(drama, is_spoiler=True), "name"),
    ]
    read: dict[str, list[Any]] = {noun: [] for noun in (*LABELS, *TAGS, "former_slugs")}
    for noun, key, label in parts[0].union(*parts[1:], all=True).order_by("label"):
        read[noun].append(_made(noun, key, label))
    caches = {noun: getattr(drama, noun).all() for noun in (*LABELS, "former_slugs")}
    for noun, cache in caches.items():
        cache._result_cache = read[noun]
    drama._prefetched_objects_cache = caches  # type: ignore[attr-defined]
    for noun in TAGS:
        setattr(drama, noun, read[noun])


def set_tags(drama: Drama, plain: Iterable[Tag], spoilers: Iterable[Tag]) -> None:
    """Makes these the drama's tags; a tag of both kinds is a spoiler."""
    flags = {tag.pk: False for tag in plain} | {tag.pk: True for tag in spoilers}
    drama.drama_tags.exclude(tag__in=flags).delete()
    kept = {row.tag_id: row for row in drama.drama_tags.all()}
    for key, row in kept.items():
        row.is_spoiler = flags[key]
    DramaTag.objects.bulk_update(kept.values(), ["is_spoiler"])
    DramaTag.objects.bulk_create(
        DramaTag(drama=drama, tag_id=key, is_spoiler=flag)
        for key, flag in flags.items()
        if key not in kept
    )
