"""Who did what in a drama, in the source's order.

A part that the source has named before and that is not there any more was changed or removed
by an editor, and stays so. The cast of a drama is of one source: two would name everybody twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.claims import Claims
from catalog.importers.load.changes import Changes
from catalog.importers.load.chunk import Chunk, Key
from catalog.importers.load.differences import Difference
from catalog.importers.load.people import write_people
from catalog.importers.records import DramaRecord
from catalog.models import Credit, Person

Part = tuple[str, str, str]  # the person's id at the source, role, character
ORDER = "credits.order"


def write_credits(chunk: Chunk) -> None:
    people = write_people(chunk)
    before = chunk.rows_before(Credit.objects.all())
    changes = Changes(Credit)
    made: list[Credit] = []
    for record, drama, claims in chunk.pairs():
        if not record.credits:
            continue
        cast = _Cast(record, claims, people, before[drama.pk])
        if cast.is_of_others:
            claims.give("credits", cast.parts, is_kept=True)
            told = Difference("credits", len(before[drama.pk]), len(cast.parts), is_taken=False)
            chunk.tell(drama.pk, [told])
            continue
        chunk.tell(drama.pk, cast.settle(drama.pk, changes, made))
        cast.remember()
    changes.save()
    Credit.objects.bulk_create(made)


class _Cast:
    """The parts of one record, the rows there are, and what the source had named before."""

    def __init__(
        self, record: DramaRecord, claims: Claims, people: dict[Key, Person], rows: list[Credit]
    ) -> None:
        self.record, self.claims, self.people, self.rows = record, claims, people, rows
        credits = record.credits
        said = ((c.person.source_id, str(c.role), c.character) for c in credits)
        self.parts: list[Part] = list(dict.fromkeys(said))
        self._same = {(row.person_id, row.role, row.character): row for row in rows}
        self._before_in_order: list[Part] = claims.given("credits") or []
        if claims.is_of_old and not self._before_in_order:
            self._before_in_order = self._rows_of_old()
        self._before = set(self._before_in_order)
        named = set(self.parts)
        # Named before, not named now, and so perhaps called otherwise now.
        self._dropped = [part for part in self._before_in_order if part not in named]
        self._is_order_kept = self._has_other_order()

    @property
    def is_of_others(self) -> bool:
        if self._before or self.claims.is_of_old:
            return self.claims.is_kept("credits")
        is_taken = bool(self.rows or self.claims.named("credits"))
        return is_taken and not any(map(self._row_of, self.parts))

    def settle(self, drama_id: int, changes: Changes, made: list[Credit]) -> Iterator[Difference]:
        """Write what is to be written, and tell what differs."""
        for order, part in enumerate(self.parts):
            row, earlier = self._row_of(part), self._earlier(part)
            if row is None and earlier is not None:
                row = self._row_of(earlier)
                yield Difference("credits", earlier[2], self._words(part), row is not None)
                if row is not None:
                    self._dropped.remove(earlier)
                    changes.put(row, "character", part[2])
            elif row is None:
                is_taken = part not in self._before
                yield Difference("credits", None, self._words(part), is_taken)
                if is_taken:
                    made.append(self._credit(drama_id, part, order))
            if row is not None and row.order != order and not self._is_order_kept:
                changes.put(row, "order", order)
                yield Difference(ORDER, None, self._words(part), is_taken=True)

    def remember(self) -> None:
        """What is named now comes first: so the order is known that the source gave."""
        self.claims.give("credits", [*self.parts, *self._dropped])
        self.claims.give(ORDER, [len(self.parts)], is_kept=self._is_order_kept)

    def _row_of(self, part: Part) -> Credit | None:
        person = self.people.get((self.record.source, part[0]))
        return self._same.get((person.pk, part[1], part[2])) if person else None

    def _earlier(self, part: Part) -> Part | None:
        """What the source called this part before, by another character's name."""
        if part in self._before:
            return None
        return next((other for other in self._dropped if other[:2] == part[:2]), None)

    def _rows_of_old(self) -> list[Part]:
        """Rows of an import that kept no claims, as if the source had named them."""
        ids = {self.people[self.record.source, part[0]].pk: part[0] for part in self.parts}
        return [(ids[r.person_id], r.role, r.character) for r in self.rows if r.person_id in ids]

    def _has_other_order(self) -> bool:
        """Whether an editor has put the cast in an order of her own: from then on it stays."""
        if self.claims.is_kept(ORDER):
            return True
        number = (self.claims.given(ORDER) or [0])[0]
        rows = map(self._row_of, self._before_in_order[:number])
        return any(row.order != order for order, row in enumerate(rows) if row is not None)

    def _credit(self, drama_id: int, part: Part, order: int) -> Credit:
        person = self.people[self.record.source, part[0]]
        return Credit(
            drama_id=drama_id, person_id=person.pk, role=part[1], character=part[2], order=order
        )

    def _words(self, part: Part) -> str:
        name = self.people[self.record.source, part[0]].name
        return f"{name}: {part[2]}" if part[2] else name
