"""Pictures that some cannot see, that stand twice, or that lie down."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext_lazy as _

from catalog.quality.facts import DramaFacts
from catalog.quality.rule import Found, error, warning
from catalog.quality.surroundings import Surroundings


def without_words(drama: DramaFacts, around: Surroundings) -> Found | None:
    bare = [picture.pk for picture in drama.pictures if not picture.alt.strip()]
    return (
        {"picture": bare[0], "number": len(set(bare)), "all": sorted(set(bare))} if bare else None
    )


def lies_down(drama: DramaFacts, around: Surroundings) -> Found | None:
    for picture in drama.pictures:
        if picture.place == "poster" and picture.width > picture.height:
            return {"width": picture.width, "height": picture.height}
    return None


def shown_twice(drama: DramaFacts, around: Surroundings) -> Found | None:
    counted = Counter(p.pk for p in drama.pictures if p.place == "gallery")
    twice = [pk for pk, times in counted.items() if times > 1]
    return {"picture": twice[0]} if twice else None


RULES = (
    error(
        "picture-without-words",
        _("Pictures without alternative text, which are not shown: %(number)s."),
        "picture",
        without_words,
    ),
    warning(
        "poster-lies-down",
        _("The poster is wider than it is high: %(width)s × %(height)s."),
        "id_poster_0",
        lies_down,
    ),
    warning(
        "picture-shown-twice",
        _("A picture is in the gallery twice."),
        "gallery-group",
        shown_twice,
    ),
)
