"""A person and what they did."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, QuerySet

from catalog.api import shapes
from catalog.api.asked import cursor_at
from catalog.api.links import Links, day
from catalog.models import Credit, Drama, Person

CREDITS = 200  # of a page


def person_in_full(person: Person, begin: int, links: Links, path: str) -> shapes.Person:
    """With the credits from number ``begin`` on; ``path`` is this page's own query."""
    credits = _credits(person)
    count = credits.count()
    end = begin + CREDITS
    return shapes.Person(
        **links.person_fields(person),
        other_names=[other.name for other in person.other_names.all()],
        born=day(person.born),
        biography=person.biography,
        portrait=links.image(person.portrait) if person.portrait else None,
        credit_count=count,
        credits=[_credit(credit, links) for credit in credits[begin:end]] if begin < count else [],
        next=f"{path}cursor={cursor_at(end)}" if end < count else None,
    )


def _credits(person: Person) -> QuerySet[Credit]:
    shown = Drama.objects.published().filter(pk=OuterRef("drama"))
    newest = F("drama__released_on").desc(nulls_last=True)
    rows = person.credits.filter(Exists(shown)).select_related("drama")
    return rows.order_by(newest, "drama_id", "pk")


def _credit(credit: Credit, links: Links) -> shapes.Credit:
    return shapes.Credit(links.drama(credit.drama), credit.role, credit.character)
