"""In which order dramas are listed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from anyascii import anyascii
from django.db.models import Expression, F, Max, Min
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Drama

Key = tuple[Any, ...]
LAST = 2**40  # behind every rank and every day


@dataclass(frozen=True, slots=True)
class Order:
    """``key`` of the values of ``columns``: the smallest comes first.

    ``label`` names it among the others, ``phrase`` ends the sentence over the list.
    """

    label: str | Promise
    phrase: str | Promise
    columns: tuple[Expression | F, ...]
    key: Callable[..., Key]

    def ranked(self, ids: Iterable[int] | None = None) -> list[tuple[Key, int]]:
        """Keys and ids of published dramas in this order: all, or those of ``ids``."""
        rows = Drama.objects.published()
        if ids is not None:
            rows = rows.filter(pk__in=list(ids))
        found = rows.order_by().values_list("pk", *self.columns)
        return sorted((self.key(*values), pk) for pk, *values in found.iterator())


def _popular(rank: int | None, watchers: int | None) -> Key:
    return (rank or LAST, -(watchers or 0))


def _rated(rating: Any, watchers: int | None) -> Key:
    return (-float(rating or 0), -(watchers or 0))


def _newest(day: Any) -> Key:
    return (-day.toordinal() if day else LAST,)


def _titled(title: str) -> Key:
    """As an index has it: whatever the case and the accents, numbers first, signs left out."""
    plain = title if title.isascii() else anyascii(unicodedata.normalize("NFKC", title))
    letters = "".join(c if c.isalnum() else " " for c in plain.casefold().replace("'", ""))
    return (" ".join(letters.split()),)


POPULARITY, RATING = Min("figures__popularity"), Max("figures__rating")
WATCHERS = Max("figures__watchers")
DEFAULT = "popular"
ORDERS = {
    "popular": Order(_("Most popular"), _("most popular first"), (POPULARITY, WATCHERS), _popular),
    "rating": Order(_("Best rated"), _("best rated first"), (RATING, WATCHERS), _rated),
    "newest": Order(_("Newest"), _("newest first"), (F("released_on"),), _newest),
    "title": Order(_("Title"), _("by title"), (F("title"),), _titled),
}
