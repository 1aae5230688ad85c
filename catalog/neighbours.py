"""The dramas that stand beneath a drama: those related to it, and those like it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from catalog import cards
from catalog.labels import Labels
from catalog.models import Drama, RelationKind
from catalog.reasons import reason
from catalog.related import relations_of
from catalog.similar import similar_to


@dataclass(frozen=True, slots=True)
class Related:
    drama: Drama
    kind: RelationKind


@dataclass(frozen=True, slots=True)
class Similar:
    """A drama to go on with; ``reason`` such as "also with Erika Sawajiri"."""

    drama: Drama
    reason: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    related: list[Related]
    similar: list[Similar]


def neighbours_of(drama: Drama, labels: Labels, limit: int) -> Neighbours:
    """Published dramas, each once: related ones as they were released, ``limit`` similar ones.

    Three queries.
    """
    kinds = relations_of(labels)
    alike = similar_to(drama, limit, exclude=kinds)
    found = Drama.objects.published().with_posters().annotate(**cards.counted)
    shown = found.in_bulk([*kinds, *alike])
    return Neighbours(
        sorted(
            (Related(shown[pk], kind) for pk, kind in kinds.items() if pk in shown),
            key=lambda each: (each.drama.released_on or datetime.date.max, each.drama.pk),
        ),
        [
            Similar(shown[pk], reason(common, shown[pk].kind))
            for pk, common in alike.items()
            if pk in shown
        ],
    )
