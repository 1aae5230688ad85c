"""The dramas that a drama is related to, seen from either side, in one query."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from catalog.models import Drama, Relation, RelationKind

# What this drama is to the other, when only the other says so.
INVERSE = {
    RelationKind.SEQUEL: RelationKind.PREQUEL,
    RelationKind.PREQUEL: RelationKind.SEQUEL,
    RelationKind.REMAKE: RelationKind.ORIGINAL,
    RelationKind.ORIGINAL: RelationKind.ADAPTATION,
    RelationKind.ADAPTATION: RelationKind.ORIGINAL,
    RelationKind.SIDE_STORY: RelationKind.PARENT_STORY,
    RelationKind.SPINOFF: RelationKind.PARENT_STORY,
    RelationKind.PARENT_STORY: RelationKind.SIDE_STORY,
    RelationKind.SPECIAL: RelationKind.PARENT_STORY,
    RelationKind.COMPILATION: RelationKind.RELATED,
}


@dataclass(frozen=True, slots=True)
class Related:
    drama: Drama
    kind: RelationKind


def related_to(drama: Drama) -> list[Related]:
    """Each published drama once; what ``drama`` itself says goes before what is inferred."""
    found: dict[int, Related] = {}
    for relation in _relations(drama):
        related = _seen_from(drama, relation)
        found.setdefault(related.drama.pk, related)
    return list(found.values())


def _relations(drama: Drama) -> list[Relation]:
    shown = Drama.objects.published().order_by()
    either = Q(drama=drama, other__in=shown) | Q(other=drama, drama__in=shown)
    rows = Relation.objects.filter(either).select_related("drama__poster", "other__poster")
    return sorted(rows, key=lambda relation: (relation.drama_id != drama.pk, relation.pk))


def _seen_from(drama: Drama, relation: Relation) -> Related:
    kind = RelationKind(relation.kind)
    if relation.drama_id == drama.pk:
        return Related(relation.other, kind)
    return Related(relation.drama, INVERSE.get(kind, kind))
