"""Addresses made from names of any script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import batched, chain

from anyascii import anyascii
from django.db import models
from django.utils.text import slugify

LENGTH = 120
ROOM_FOR_NUMBER = 8
LOOKED_UP_AT_ONCE = 900  # parameters of one query
FIRST_NUMBERS = 4


def slug_of(name: str, fallback: str) -> str:
    """The name in ASCII letters, digits and hyphens; ``fallback`` when nothing is left."""
    slug = slugify(anyascii(name))[:LENGTH].strip("-_")
    return slug or fallback


def free_slug(rows: models.QuerySet, *candidates: str) -> str:
    """The first candidate that no row has, or else the first one with a number behind it."""
    return SlugPool([rows]).take(*candidates)


class SlugPool:
    """Hands out free slugs, to many new rows at the price of a few queries.

    ``wishes`` are the candidates that ``take`` will be asked for, so that the taken ones
    among them are found together.
    """

    def __init__(
        self, tables: Sequence[models.QuerySet], wishes: Iterable[tuple[str, ...]] = ()
    ) -> None:
        self._tables = tables
        self._known: set[str] = set()
        self._taken: set[str] = set()
        wishes = list(wishes)
        self._look_up(chain.from_iterable(wishes))
        wanted = Counter(candidates[0] for candidates in wishes)
        self._look_ahead({b: n for b, n in wanted.items() if n > 1 or b in self._taken})

    def _look_ahead(self, crowded: dict[str, int]) -> None:
        """Look up so many numbers of each base that as many as are wanted are free."""
        start, size = 2, FIRST_NUMBERS
        while crowded:
            numbered = {base: _numbered(base, start, size) for base in crowded}
            self._look_up(chain.from_iterable(numbered.values()))
            free = {base: len(set(slugs) - self._taken) for base, slugs in numbered.items()}
            crowded = {b: n - free[b] for b, n in crowded.items() if n > free[b]}
            start, size = start + size, size * 2

    def take(self, *candidates: str) -> str:
        """The first free candidate, or else the first one with a number behind it."""
        self._look_up(candidates)
        free = (slug for slug in candidates if slug not in self._taken)
        slug = next(free, None) or self._free_number(candidates[0])
        self._taken.add(slug)
        return slug

    def _free_number(self, base: str) -> str:
        start, size = 2, FIRST_NUMBERS
        while True:
            slugs = _numbered(base, start, size)
            self._look_up(slugs)
            free = (slug for slug in slugs if slug not in self._taken)
            if slug := next(free, None):
                return slug
            start, size = start + size, size * 2

    def _look_up(self, slugs: Iterable[str]) -> None:
        unknown = set(slugs) - self._known
        self._known |= unknown
        for batch in batched(sorted(unknown), LOOKED_UP_AT_ONCE, strict=False):
            for rows in self._tables:
                self._taken.update(rows.filter(slug__in=batch).values_list("slug", flat=True))


def _numbered(base: str, start: int, size: int) -> list[str]:
    stem = base[: LENGTH - ROOM_FOR_NUMBER]
    return [f"{stem}-{number}" for number in range(start, start + size)]
