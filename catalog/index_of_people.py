"""People to begin with, and everybody by name.

A page by name begins where it is told to rather than so many names on: so the last one of
half a million is as near as the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from django.db.models import Exists, OuterRef

from catalog.models import Credit, Drama, ListingFigures, Person, Role

LETTERS = tuple(ascii_uppercase)
ON_A_PAGE = 96
BEST_KNOWN = 24
DRAMAS_LOOKED_AT = 40
LEADING = (Role.MAIN, Role.HOST)


@dataclass(frozen=True, slots=True)
class IndexPage:
    people: list[Person]
    next: Person | None


def best_known() -> list[Credit]:
    """Leading roles in the most popular dramas of a listing, one a person; else the newest
    dramas' ones. Two queries.
    """
    dramas = _most_popular()
    found = Credit.objects.filter(drama__in=dramas, role__in=LEADING)
    credits = found.select_related("person__portrait", "drama").order_by("order", "pk")
    place = {drama: place for place, drama in enumerate(dramas)}
    ranked = sorted(credits, key=lambda credit: place[credit.drama_id])
    once = {credit.person_id: credit for credit in reversed(ranked)}
    return sorted(once.values(), key=ranked.index)[:BEST_KNOWN]


def _most_popular() -> list[int]:
    shown = Exists(Drama.objects.published().filter(pk=OuterRef("drama")))
    ranked = ListingFigures.objects.filter(shown, popularity__isnull=False)
    ids = ranked.order_by("popularity").values_list("drama", flat=True)[:DRAMAS_LOOKED_AT]
    newest = Drama.objects.published().newest_first().values_list("pk", flat=True)
    return list(dict.fromkeys(ids)) or list(newest[:DRAMAS_LOOKED_AT])


def page_from(name: str, pk: str = "") -> IndexPage:
    """Those whose name is ``name`` (with this id or a later one) or comes behind it. One query."""
    first = int(pk) if pk.isascii() and pk.isdigit() and len(pk) < 18 else 0
    # Not "behind it or the same and later": of that no index would be used.
    behind = Person.objects.published().filter(name__gte=name).exclude(name=name, pk__lt=first)
    people = list(behind.order_by("name", "pk")[: ON_A_PAGE + 1])
    return IndexPage(people[:ON_A_PAGE], people[ON_A_PAGE] if people[ON_A_PAGE:] else None)
