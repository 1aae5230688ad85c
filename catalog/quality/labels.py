"""Labels that say the same twice, and facts that are missing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Status
from catalog.quality.facts import DramaFacts
from catalog.quality.rule import Found, hint, warning
from catalog.quality.surroundings import Surroundings
from catalog.search.folding import fold


def genre_is_tag(drama: DramaFacts, around: Surroundings) -> Found | None:
    tags = {_plain(name) for name in drama.tags}
    both = [name for name in drama.genres if _plain(name) in tags]
    return {"names": both} if both else None


def same_tag_twice(drama: DramaFacts, around: Surroundings) -> Found | None:
    seen: dict[str, str] = {}
    for name in drama.tags:
        other = seen.setdefault(_plain(name), name)
        if other != name:
            return {"first": other, "second": name}
    return None


def _plain(name: str) -> str:
    return fold(name).replace(" ", "")


def missing(drama: DramaFacts, around: Surroundings) -> Found | None:
    lacking = [name for name in ("synopsis", "countries", "genres") if not getattr(drama, name)]
    if not drama.released and drama.status != Status.UPCOMING:
        lacking.append("released")
    if not drama.cast:
        lacking.append("cast")
    return {"lacking": lacking} if lacking else None


RULES = (
    warning(
        "tag-is-a-genre",
        _("It has these as genre and as tag: %(names)s."),
        "id_plain_tags",
        genre_is_tag,
    ),
    warning(
        "tag-given-twice",
        _("Two of its tags say the same: “%(first)s” and “%(second)s”."),
        "id_plain_tags",
        same_tag_twice,
    ),
    hint("facts-missing", _("Nothing is known of: %(lacking)s."), "id_title", missing),
)
