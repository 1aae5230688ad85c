"""What a choice finds: the dramas, what may be chosen besides, and the ways back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from django.utils import timezone
from pyroaring import BitMap

from catalog.browse.choice import Choice
from catalog.browse.current import current
from catalog.browse.index import Index
from catalog.browse.listed import listed
from catalog.browse.names import name_of
from catalog.browse.offers import Offer, offers_of
from catalog.browse.orders import ORDERS
from catalog.browse.sentence import sentence, subject
from catalog.models import Drama


@dataclass(frozen=True, slots=True)
class Chip:
    """A value that is chosen, and the choice without it: so many dramas as ``count``."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """``subject`` is the sentence without its number and order, for titles."""

    choice: Choice
    dramas: Dramas
    offers: list[Offer]
    chips: list[Chip]
    sentence: str
    subject: str


class Dramas(Sequence[Drama]):
    """The dramas of a choice in its order, for a paginator: only those of a page are read."""

    def __init__(self, ids: BitMap, sort: str) -> None:
        self._ids = ids
        self._sort = sort

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, part: int) -> Drama: ...
    @overload
    def __getitem__(self, part: slice) -> list[Drama]: ...
    def __getitem__(self, part: int | slice) -> Drama | list[Drama]:
        """Two queries, of a few hundred dramas and of those that are shown."""
        if isinstance(part, int):
            return self._read(part, part + 1)[0]
        start, stop, _step = part.indices(len(self))
        return self._read(start, stop)

    def _read(self, start: int, stop: int) -> list[Drama]:
        with current.as_read() as index:
            place, ids = index.shelves[self._sort].about(self._ids, start, stop)
        places = ORDERS[self._sort].places(listed(timezone.now(), list(ids)))
        page = [pk for _rank, pk in places[place : place + stop - start]]
        rows = Drama.objects.published().with_posters().in_bulk(page)
        return [rows[pk] for pk in page if pk in rows]


def find(choice: Choice) -> Found:
    """One query, as long as no drama changes."""
    with current.index() as index:
        ids = index.matching(choice)
        return Found(
            choice=choice,
            dramas=Dramas(ids, choice.sort),
            offers=offers_of(choice, index, len(ids)),
            chips=[_chip(choice, key, value, index) for key, value in choice.picked],
            sentence=sentence(choice, len(ids), index.name),
            # In the plural, as a title has it.
            subject=subject(choice, 0, index.name),
        )


def _chip(choice: Choice, key: str, value: str, index: Index) -> Chip:
    without = choice.without(key, value)
    name = name_of(key, value, index.name(key, value))
    return Chip(name, without.url, len(index.matching(without)))
