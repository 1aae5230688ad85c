"""The people of the credits: found by external id, made or updated.

A run takes a person's description from the first record that gives one; later records
only add what is still unknown. So two that disagree do not undo each other for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalog.importers.load.changes import Changes
from catalog.importers.load.chunk import Chunk, Key, by_external_id
from catalog.importers.records import PersonRecord
from catalog.importers.scripts import language_of_script
from catalog.models import ExternalId, FormerSlug, Person, PersonName
from catalog.models.dates import PartialDate
from catalog.slugs import SlugPool, slug_of


def write_people(chunk: Chunk) -> dict[Key, Person]:
    """Everybody in the credits of the chunk, saved."""
    people: dict[Key, Person] = by_external_id(people_of(chunk), "person")
    changes, made = Changes(Person), {}
    met = set(chunk.met)
    for key, record, drama_id in _mentions(chunk):
        if key not in people:
            people[key] = made[key] = Person(name=record.name)
        said = changes.note(people[key], _columns_of(record), fill_only=key in met)
        guess = {"native_language": language_of_script(record.native_name)}
        if changes.note(people[key], guess, fill_only=True) or said:
            chunk.touched.add(drama_id)
        met.add(key)
    _create(made)
    changes.save()
    _add_other_names(chunk, people)
    return people


def people_of(chunk: Chunk) -> set[Key]:
    return {(r.source, credit.person.source_id) for r in chunk.records for credit in r.credits}


def _mentions(chunk: Chunk) -> Iterator[tuple[Key, PersonRecord, int]]:
    for record, drama in chunk.pairs():
        for credit in record.credits:
            yield (record.source, credit.person.source_id), credit.person, drama.pk


def _columns_of(record: PersonRecord) -> dict[str, Any]:
    born_on, born_precision = PartialDate.columns(record.born)
    return {
        "name": record.name,
        "native_name": record.native_name,
        "native_language": record.native_language,
        "born_on": born_on,
        "born_precision": born_precision,
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
    ExternalId.objects.bulk_create(
        ExternalId(source=source, value=value, person=person)
        for (source, value), person in made.items()
    )


def _add_other_names(chunk: Chunk, people: dict[Key, Person]) -> None:
    named = [(people[key], record, drama) for key, record, drama in _mentions(chunk)]
    named = [mention for mention in named if mention[1].other_names]
    if not named:
        return
    rows = PersonName.objects.filter(person__in={person.pk for person, _, _ in named})
    known = set(rows.values_list("person", "name"))
    made = []
    for person, record, drama_id in named:
        for name in record.other_names:
            if (person.pk, name) not in known:
                known.add((person.pk, name))
                made.append(PersonName(person=person, name=name))
                chunk.touched.add(drama_id)
    PersonName.objects.bulk_create(made)
