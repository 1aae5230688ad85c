"""A person and what they did."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef

from catalog.api import shapes
from catalog.api.asked import cursor_at
from catalog.api.links import Links, day
from catalog.models import Credit, Drama, Person

CREDITS = 200  # of a page


def person_in_full(person: Person, begin: int, links: Links, path: str) -> shapes.Person:
    """With the credits from number ``begin`` on; ``path`` is this page's own query."""
    ids = _ids_of_credits(person)
    count, end = len(ids), begin + CREDITS
    return shapes.Person(
        **links.person_fields(person),
        other_names=[other.name for other in person.other_names.all()],
        born=day(person.born),
        biography=person.biography,
        portrait=links.image(person.portrait) if person.portrait else None,
        credit_count=count,
        credits=[_credit(credit, links) for credit in _read(ids[begin:end])],
        next=f"{path}cursor={cursor_at(end)}" if end < count else None,
    )


def _ids_of_credits(person: Person) -> list[int]:
    """All, in order. They are counted here, too: a query for it looked at every drama again."""
    shown = Drama.objects.published().filter(pk=OuterRef("drama"))
    newest = F("drama__released_on").desc(nulls_last=True)
    rows = person.credits.filter(Exists(shown)).order_by(newest, "drama_id", "pk")
    return list(rows.values_list("pk", flat=True))


def _read(ids: Sequence[int]) -> list[Credit]:
    rows = Credit.objects.select_related("drama").in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _credit(credit: Credit, links: Links) -> shapes.Credit:
    return shapes.Credit(links.drama(credit.drama), credit.role, credit.character)
