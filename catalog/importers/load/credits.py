"""Who did what in a drama, in the source's order."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.importers.load.changes import Changes
from catalog.importers.load.chunk import Chunk, Key
from catalog.importers.load.people import write_people
from catalog.importers.records import DramaRecord
from catalog.models import Credit, Person

Part = tuple[int, str, str]  # person, role, character


def write_credits(chunk: Chunk) -> None:
    people = write_people(chunk)
    before = chunk.rows_before(Credit.objects.all())
    changes, made = Changes(Credit), []
    for record, drama in chunk.pairs():
        parts = list(_parts(record, people))
        for order, (part, row) in enumerate(_matched(parts, before[drama.pk])):
            if row is None:
                made.append(_credit(drama.pk, part, order))
                chunk.touched.add(drama.pk)
            elif changes.note(row, {"character": part[2], "order": order}):
                chunk.touched.add(drama.pk)
    changes.save()
    Credit.objects.bulk_create(made)


def _credit(drama_id: int, part: Part, order: int) -> Credit:
    person_id, role, character = part
    return Credit(
        drama_id=drama_id, person_id=person_id, role=role, character=character, order=order
    )


def _parts(record: DramaRecord, people: dict[Key, Person]) -> Iterator[Part]:
    seen = set()
    for credit in record.credits:
        person = people[record.source, credit.person.source_id]
        part = (person.pk, credit.role, credit.character)
        if part not in seen:
            seen.add(part)
            yield part


def _matched(parts: list[Part], rows: list[Credit]) -> Iterator[tuple[Part, Credit | None]]:
    """Each part with its row: the same one, or else one that differs in the character only."""
    same = {(row.person_id, row.role, row.character): row for row in rows}
    others = [row for key, row in same.items() if key not in parts]
    for part in parts:
        row = same.get(part) or next((o for o in others if (o.person_id, o.role) == part[:2]), None)
        if row in others:
            others.remove(row)
        yield part, row
