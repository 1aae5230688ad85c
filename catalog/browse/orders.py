"""In which order dramas are listed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from anyascii import anyascii
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.best import ENOUGH_VOTES
from catalog.browse.listed import Listed

Rank = int | str
Place = tuple[Rank, int]  # with the drama's id: of equals, the one that was there before
LAST = 2**31 - 1  # behind every rank and every day
SIGNS = re.compile(r"[\W_]+")
ROOM = 2**32  # more than there are watchers or votes


@dataclass(frozen=True, slots=True)
class Order:
    """``rank`` gives one number or text for a drama: the smallest comes first.

    Numbers have at most 63 bits. ``label`` names the order among the others, ``phrase`` ends
    the sentence over the list.
    """

    label: str | Promise
    phrase: str | Promise
    rank: Callable[[Listed], Rank]
    is_by_number: bool = True

    def places(self, dramas: Iterable[Listed]) -> list[Place]:
        return sorted((self.rank(drama), drama.pk) for drama in dramas)


def _popular(drama: Listed) -> int:
    return min(drama.popularity or LAST, LAST) * ROOM - min(drama.watchers or 0, ROOM)


def _rated(drama: Listed) -> int:
    """With few votes it stands behind all that have enough, as on the front page."""
    votes = min(drama.votes or 0, ROOM)
    lacking = 100 - round((drama.rating or 0) * 10)
    return (lacking + 1000 * (votes < ENOUGH_VOTES)) * ROOM - votes


def _newest(drama: Listed) -> int:
    return -drama.released_on.toordinal() if drama.released_on else LAST


def _titled(drama: Listed) -> str:
    """As an index has it: whatever the case and the accents, numbers first, signs left out."""
    title = drama.title
    plain = title if title.isascii() else anyascii(unicodedata.normalize("NFKC", title))
    return SIGNS.sub(" ", plain.casefold().replace("'", "")).strip()


DEFAULT = "popular"
ORDERS = {
    "popular": Order(_("Most popular"), _("most popular first"), _popular),
    "rating": Order(_("Best rated"), _("best rated first"), _rated),
    "newest": Order(_("Newest"), _("newest first"), _newest),
    "title": Order(_("Title"), _("by title"), _titled, False),
}
