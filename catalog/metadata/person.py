"""A person, on a page of one's own."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.metadata.nodes import At, Node, node
from catalog.models import Person, PersonName
from catalog.models.synopsis import opening


def person_node(person: Person, other_names: Iterable[PersonName], image: str, at: At) -> Node:
    """``image`` is the address of the portrait or of a drawing, with host."""
    names = [person.native_name, *(other.name for other in other_names)]
    whole = node(
        "Person",
        at(person.get_absolute_url()),
        name=person.name,
        alternateName=list(dict.fromkeys(name for name in names if name)),
        birthDate=person.born.isoformat() if person.born else None,
        description=opening(person.biography),
        image=image,
    )
    return node("ProfilePage", mainEntity=whole)
