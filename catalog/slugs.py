"""Addresses made from names of any script."""

from __future__ import annotations

from anyascii import anyascii
from django.db import models
from django.utils.text import slugify

LENGTH = 120


def slug_of(name: str, fallback: str) -> str:
    """The name in ASCII letters, digits and hyphens; ``fallback`` when nothing is left."""
    slug = slugify(anyascii(name))[:LENGTH].strip("-_")
    return slug or fallback


def free_slug(rows: models.QuerySet, *candidates: str) -> str:
    """The first candidate that no row has, or else the first one with a number behind it."""
    base = candidates[0]
    taken = set(rows.filter(slug__startswith=base).values_list("slug", flat=True))
    for candidate in candidates:
        if candidate not in taken:
            return candidate
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
