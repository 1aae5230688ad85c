"""Links that are no addresses, and what leads where visitors cannot go."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from catalog.models.relation import RelationKind
from catalog.quality.facts import DramaFacts
from catalog.quality.rule import Found, error, warning
from catalog.quality.surroundings import Surroundings

WEB_ADDRESS = URLValidator(schemes=("http", "https"))
# Hosts that nobody can visit: https://www.rfc-editor.org/rfc/rfc6761
NOWHERE = re.compile(
    r"(?:^|\.)(?:localhost|test|invalid|local)$|^(?:www\.)?example\.(?:com|org|net)$"
)
INVERSES = {RelationKind.SEQUEL: RelationKind.PREQUEL, RelationKind.PREQUEL: RelationKind.SEQUEL}


def no_address(drama: DramaFacts, around: Surroundings) -> Found | None:
    for link in drama.links:
        if not _is_address(link.url):
            return {"address": link.url[:100]}
    return None


def _is_address(url: str) -> bool:
    try:
        WEB_ADDRESS(url)
    except ValidationError:
        return False
    return not NOWHERE.search(urlsplit(url).hostname or "localhost")


def given_twice(drama: DramaFacts, around: Surroundings) -> Found | None:
    counted = Counter(link.url.rstrip("/") for link in drama.links)
    twice = [url for url, times in counted.items() if times > 1]
    return {"address": twice[0][:100]} if twice else None


def to_a_draft(drama: DramaFacts, around: Surroundings) -> Found | None:
    hidden = [relation.title for relation in drama.relations if not relation.is_visible]
    return {"titles": hidden} if hidden and drama.is_visible else None


def both_ways(drama: DramaFacts, around: Surroundings) -> Found | None:
    """Each of two is the sequel of the other, or one is sequel and prequel at once."""
    for relation in drama.relations:
        kinds = {each.kind for each in drama.relations if each.other == relation.other}
        is_circle = relation.kind in INVERSES and relation.kind in relation.back
        if is_circle or kinds >= set(INVERSES):
            return {"title": relation.title}
    return None


def out_first(drama: DramaFacts, around: Surroundings) -> Found | None:
    for relation in drama.relations:
        if not relation.released_on or not drama.released:
            continue
        is_sequel = relation.kind == RelationKind.SEQUEL
        if is_sequel and relation.released_on.year < drama.released.year:
            return {"title": relation.title, "released": str(relation.released_on)}
    return None


RULES = (
    error(
        "link-to-nowhere",
        _("This is no address that anyone can visit: %(address)s"),
        "links-group",
        no_address,
    ),
    warning(
        "link-given-twice",
        _("A link is given twice: %(address)s"),
        "links-group",
        given_twice,
    ),
    warning(
        "related-to-a-draft",
        _("Visitors cannot read what it is related to: %(titles)s."),
        "relations-group",
        to_a_draft,
    ),
    error(
        "sequel-of-each-other",
        _("It and “%(title)s” cannot each be the sequel of the other."),
        "relations-group",
        both_ways,
    ),
    warning(
        "sequel-came-first",
        _("Its sequel “%(title)s” came out before it, on %(released)s."),
        "relations-group",
        out_first,
    ),
)
