"""What can be found of a drama or a person, as it is kept for the search."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Max

from catalog.models import ListingFigures, Publication
from catalog.models.search import FOR_GOOD, Found, SearchDocument
from catalog.search.names import Name, keys_of, name_tokens, terms_of

ALWAYS = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
# The rank: 12 bits of popularity, the least for the best known; a bit for the kind; the id.
POPULARITY_STEPS = 4095
STEPS_A_DOUBLING = 190
KIND_SHIFT, POPULARITY_SHIFT = 43, 44


class Span(NamedTuple):
    """From ``since`` on, and no more from ``until`` on."""

    since: datetime.datetime
    until: datetime.datetime


@dataclass(slots=True)
class Entry:
    """A document with the keys and terms that lead to it."""

    document: SearchDocument
    keys: set[str]
    terms: set[str]


def rank_of(kind: str, object_id: int, watchers: float) -> int:
    """Where a document stands among all: by ``watchers`` on a logarithmic scale."""
    steps = min(POPULARITY_STEPS, round(STEPS_A_DOUBLING * math.log2(1 + watchers)))
    is_person = int(kind == Found.PERSON)
    return (POPULARITY_STEPS - steps) << POPULARITY_SHIFT | is_person << KIND_SHIFT | object_id


def popularity(rank: int) -> float:
    """From 0 to 1, of a document with that rank."""
    return 1 - (rank >> POPULARITY_SHIFT) / POPULARITY_STEPS


def watchers_of(dramas: Iterable[int]) -> dict[int, int]:
    """How many people have them on their lists; by id, without those of which none knows."""
    rows = ListingFigures.objects.filter(drama__in=dramas).order_by().values_list("drama")
    figures = rows.annotate(watchers=Max("watchers"), votes=Max("votes"))
    return {pk: watchers or votes or 0 for pk, watchers, votes in figures}


def shown(
    publication: str, publish_at: datetime.datetime | None, unpublish_at: datetime.datetime | None
) -> Span | None:
    """When visitors may read a drama; nothing when that is not settled."""
    if publication == Publication.DRAFT:
        return None
    since = publish_at if publication == Publication.SCHEDULED else ALWAYS
    return Span(since or ALWAYS, unpublish_at or FOR_GOOD)


def entry(
    document: SearchDocument, names: list[Name], more_names: list[Name], words: set[str]
) -> Entry:
    """``more_names`` lead to the document too; ``words`` are the tokens of all other texts."""
    tokens = name_tokens(names)
    if document.year:
        tokens.add(f"_y{document.year}")
    document.names = packed([list(name) for name in names])
    document.name_tokens = " ".join(sorted(tokens))
    document.word_tokens = " ".join(sorted(tokens | words))
    every = [*names, *more_names]
    return Entry(document, keys_of(every), terms_of(every))


def packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
