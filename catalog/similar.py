"""Which dramas are like another one, and what they have in common with it.

Two queries whatever the size: whom other dramas share with this one, and what has changed in
the index that browsing keeps. The rest is reckoned in memory, from what a few hundred
candidates have in common with it (catalog/likeness.py).
"""

from __future__ import annotations

from collections.abc import Collection

from catalog.browse.current import current
from catalog.browse.index import Index
from catalog.colleagues import Colleagues, colleagues_of
from catalog.likeness import Trait, likeness, traits_of
from catalog.models import Drama
from catalog.reasons import Common
from catalog.themes import theme_of


def similar_to(
    drama: Drama, limit: int = 8, exclude: Collection[int] = frozenset()
) -> dict[int, Common]:
    """By the ids of published dramas, the most alike first; never itself nor one excluded."""
    people = colleagues_of(drama)
    weights = {pk: each.weight for pk, each in people.items()}
    with current.index() as index:
        traits = traits_of(index, drama.pk)
        best = likeness(index, drama.pk, traits, weights, exclude)[:limit]
        return {pk: _common(index, traits, pk, people.get(pk)) for pk in best}


def _common(index: Index, traits: list[Trait], pk: int, people: Colleagues | None) -> Common:
    shared = [trait for trait in traits if pk in trait.members]
    named = {
        key: [index.names[key][t.value] for t in shared if t.key == key] for key in index.names
    }
    themes = [theme for theme in map(theme_of, named["tag"]) if theme]
    return Common(
        players=people.players if people else (),
        director=people.director if people else "",
        screenwriter=people.screenwriter if people else "",
        genre=next(iter(named["genre"]), ""),
        country=next(iter(sorted(named["country"])), ""),
        theme=next(iter(themes), ""),
        tag=next(iter(named["tag"]), ""),
    )
