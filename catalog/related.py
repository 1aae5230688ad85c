"""The dramas that a drama is related to, seen from either side."""

from __future__ import annotations

from catalog.labels import Labels
from catalog.models import RelationKind

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


def relations_of(labels: Labels) -> dict[int, RelationKind]:
    """By the id of the other drama; what a drama itself says goes before what is inferred."""
    said = {int(each.name): RelationKind(each.detail) for each in labels.relations}
    inverse = {int(each.name): RelationKind(each.detail) for each in labels.inverse_relations}
    return {pk: INVERSE.get(kind, kind) for pk, kind in inverse.items()} | said
