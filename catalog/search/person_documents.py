"""The documents of people."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from catalog.models import Credit, Person, Role
from catalog.models.search import Found, SearchDocument
from catalog.search.documents import Entry, entry, rank_of, shown, watchers_of
from catalog.search.names import Name, romanised

# The part of a drama's watchers who are thought to know somebody in it.
KNOWN_BY_LEAD, KNOWN_BY_OTHERS = 0.3, 0.1
STATE = ("drama__publication", "drama__publish_at", "drama__unpublish_at")
LEADING = {Role.MAIN, Role.HOST, Role.REGULAR}


@dataclass(slots=True)
class _Career:
    """From the first drama with them that is shown ``since`` then, until the last one is gone."""

    since: datetime.datetime
    until: datetime.datetime
    watchers: float = 0


def person_entries(ids: Collection[int]) -> Iterator[Entry]:
    """Of those with a credit in a drama that visitors may read now or at a set time."""
    people = Person.objects.filter(pk__in=ids).prefetch_related("other_names")
    careers = _careers(ids)
    for person in people:
        if person.pk in careers:
            yield _entry(person, careers[person.pk])


def _careers(ids: Collection[int]) -> dict[int, _Career]:
    # What is shown is sorted out here: asked for it, SQLite begins at the dramas, all of them.
    rows = (
        Credit.objects.filter(person__in=ids)
        .order_by()
        .values_list("person", "role", "drama", *STATE)
    )
    credits = [(who, role, drama, shown(*state)) for who, role, drama, *state in rows]
    watchers = watchers_of({drama for _, _, drama, span in credits if span})
    careers: dict[int, _Career] = {}
    for person, role, drama, span in credits:
        if span is None:
            continue
        career = careers.setdefault(person, _Career(*span))
        career.since = min(career.since, span.since)
        career.until = max(career.until, span.until)
        share = KNOWN_BY_LEAD if role in LEADING else KNOWN_BY_OTHERS
        career.watchers += share * watchers.get(drama, 0)
    return careers


def _entry(person: Person, career: _Career) -> Entry:
    names = [Name.of("title", person.name)]
    if person.native_name:
        names.append(Name.of("native", person.native_name, person.native_language))
    names += [Name.of("other", each.name) for each in person.other_names.all()]
    names += romanised(person.native_name, person.native_language)
    document = SearchDocument(
        rank=rank_of(Found.PERSON, person.pk, career.watchers),
        kind=Found.PERSON,
        object_id=person.pk,
        shown_from=career.since,
        shown_until=career.until,
        cast="[]",
    )
    return entry(document, names, [], set())
