"""Hits with what the page shows of them; what is no longer published is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.models import Drama, Person, SearchDocument
from catalog.models.search import Found
from catalog.search.excerpts import Piece, excerpt
from catalog.search.hits import Hit
from catalog.search.query import Query

TOLD = ("native", "other", "character", "person")


@dataclass(frozen=True, slots=True)
class Result:
    """``drama`` or ``person`` was found; of a person found by a part, ``played_in`` is where.

    ``story`` is the place in the synopsis that matched.
    """

    hit: Hit
    drama: Drama | None = None
    person: Person | None = None
    played_in: Drama | None = None
    story: Sequence[Piece] = ()

    @property
    def noun(self) -> Drama | Person:
        found = self.drama or self.person
        assert found is not None  # noqa: S101  (one of them is what was found)
        return found

    @property
    def note(self) -> str:
        """In a few words what was found, for lists that show no more."""
        if self.person:
            told = [_("Person"), self.hit.name if self.hit.by == "character" else ""]
        else:
            year = self.drama and self.drama.released and self.drama.released.year
            told = [str(year or ""), self.hit.name if self.hit.by in TOLD else ""]
        return " · ".join(part for part in told if part)


def results_of(hits: Sequence[Hit], query: Query) -> list[Result]:
    """In their order, in two queries."""
    dramas = _dramas(hits)
    people = Person.objects.published().select_related("portrait").in_bulk(_ids(hits, Found.PERSON))
    results = []
    for hit in hits:
        if hit.kind == Found.DRAMA and hit.object_id in dramas:
            drama = dramas[hit.object_id]
            story = excerpt(drama.synopsis or drama.summary, query) if hit.by == "story" else ()
            results.append(Result(hit, drama=drama, story=story))
        elif hit.kind == Found.PERSON and hit.object_id in people:
            played_in = dramas.get(hit.drama_id or 0)
            results.append(Result(hit, person=people[hit.object_id], played_in=played_in))
    return results


def _dramas(hits: Sequence[Hit]) -> dict[int, Drama]:
    played_in = [hit.drama_id for hit in hits if hit.drama_id]
    shown = Drama.objects.published().with_posters()
    return shown.in_bulk([*_ids(hits, Found.DRAMA), *played_in])


def _ids(hits: Iterable[Hit], kind: str) -> list[int]:
    return [hit.object_id for hit in hits if hit.kind == kind]


def best_known(number: int) -> list[Drama]:
    """Published dramas, the best known first."""
    documents = SearchDocument.objects.filter(kind=Found.DRAMA).order_by("rank")
    ids = list(documents.values_list("object_id", flat=True)[: 2 * number])
    shown = Drama.objects.published().with_posters().in_bulk(ids)
    return [shown[pk] for pk in ids if pk in shown][:number]
