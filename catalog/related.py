"""The dramas that a drama is related to, seen from either side, in one query."""

from __future__ import annotations

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


def relations_of(drama: Drama) -> dict[int, RelationKind]:
    """By the id of the other drama; what ``drama`` itself says goes before what is inferred."""
    either = Relation.objects.filter(Q(drama=drama) | Q(other=drama))
    rows = either.order_by("pk").values_list("drama_id", "other_id", "kind")
    found: dict[int, RelationKind] = {}
    for subject, other, kind in sorted(rows, key=lambda row: row[0] != drama.pk):
        if subject == drama.pk:
            found.setdefault(other, RelationKind(kind))
        else:
            found.setdefault(subject, INVERSE.get(RelationKind(kind), RelationKind(kind)))
    return found
