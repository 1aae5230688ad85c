"""The people of the credits: found by external id, made or updated.

A run takes a person's description from the first record that gives one; later records
only add what is still unknown. So two that disagree do not undo each other for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from catalog.claims import SILENT, Claims
from catalog.importers.load.changes import Changes, spoken
from catalog.importers.load.chunk import Chunk, Key, by_external_id, claims_of
from catalog.importers.load.differences import Difference
from catalog.importers.records import PersonRecord
from catalog.importers.scripts import language_of_script
from catalog.models import ExternalId, FormerSlug, Person, PersonName
from catalog.slugs import SlugPool, slug_of

# Who, as whom, and the drama of which it is said.
Mention = tuple[Key, PersonRecord, int]


def write_people(chunk: Chunk) -> dict[Key, Person]:
    """Everybody in the credits of the chunk, saved."""
    return write_mentioned(chunk, list(_mentions(chunk)))


def write_mentioned(chunk: Chunk, mentions: Sequence[Mention]) -> dict[Key, Person]:
    ids = by_external_id({key for key, _record, _drama_id in mentions}, "person")
    people = {key: row.person for key, row in ids.items() if row.person}
    chunk.claims_on_people = claims_of(ids, "person", chunk.moment)
    changes, made = Changes(Person), {}
    met = set(chunk.met)
    for key, record, drama_id in mentions:
        fields = _fields_of(record)
        if key not in people:
            people[key] = made[key] = Person()
            _describe(people[key], _claims_on_new(chunk, key, people[key]), fields)
        else:
            if key in met:
                fields = _unknown(people[key], fields)
            claims = chunk.claims_on_people[key]
            chunk.tell(drama_id, changes.weigh(people[key], claims, fields, ""))
        met.add(key)
    _create(made)
    changes.save()
    _add_other_names(chunk, people, [each for each in mentions if each[1].other_names])
    return people


def _claims_on_new(chunk: Chunk, key: Key, person: Person) -> Claims:
    row = ExternalId(source=key[0], value=key[1], person=person)
    chunk.claims_on_people[key] = Claims(row, chunk.moment)
    return chunk.claims_on_people[key]


def _describe(person: Person, claims: Claims, fields: dict[str, Any]) -> None:
    for name, value in spoken(fields).items():
        setattr(person, name, value)
        claims.begin(name, value)


def _unknown(person: Person, fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if getattr(person, name) in SILENT}


def people_of(chunk: Chunk) -> set[Key]:
    return {(r.source, credit.person.source_id) for r in chunk.records for credit in r.credits}


def _mentions(chunk: Chunk) -> Iterator[Mention]:
    for record, drama, _claims in chunk.pairs():
        for credit in record.credits:
            yield (record.source, credit.person.source_id), credit.person, drama.pk


def _fields_of(record: PersonRecord) -> dict[str, Any]:
    return {
        "name": record.name,
        "native_name": record.native_name,
        "native_language": record.native_language or language_of_script(record.native_name),
        "born": record.born,
        "biography": record.biography,
    }


def _create(made: dict[Key, Person]) -> None:
    if not made:
        return
    wishes = {key: slug_of(person.name, "person") for key, person in made.items()}
    former = FormerSlug.objects.filter(person__isnull=False)
    pool = SlugPool([Person.objects.all(), former], [(slug,) for slug in wishes.values()])
    for key, person in made.items():
        person.slug = pool.take(wishes[key])
    Person.objects.bulk_create(made.values())


def _add_other_names(chunk: Chunk, people: dict[Key, Person], mentions: Sequence[Mention]) -> None:
    if not mentions:
        return
    rows = PersonName.objects.filter(person__in={people[key].pk for key, _, _ in mentions})
    known = set(rows.values_list("person", "name"))
    made = []
    for key, record, drama_id in mentions:
        claims, person = chunk.claims_on_people[key], people[key]
        given, named = claims.given("other_names") or [], claims.named("other_names")
        for name in record.other_names:
            if (person.pk, name) in known:
                continue
            is_taken = name not in named
            chunk.tell(drama_id, [Difference("other_names", None, name, is_taken)])
            if is_taken:
                known.add((person.pk, name))
                made.append(PersonName(person=person, name=name))
        claims.give("other_names", [*given, *record.other_names])
    PersonName.objects.bulk_create(made)
