"""What was asked for: filters, and the cursor of a page."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict

from catalog.browse.choice import MOST_VALUES, Choice, Pair
from catalog.browse.facets import FACETS, Facet

MOST = 100  # dramas of a page
USUAL = 50
PLACE = re.compile(r"[0-9]{1,18}", re.ASCII)
LIMIT = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)


class BadQueryError(Exception):
    """It says what is wrong with what was asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``after``: the id behind which the page begins."""

    choice: Choice
    after: int = 0
    limit: int = USUAL


def dramas_asked(query: QueryDict) -> Asked:
    """Raises BadQueryError; keys that mean nothing here are left out."""
    choice = Choice.parse([pair for facet in FACETS for pair in _picked(facet, query)])
    return Asked(choice, after=place_asked(query), limit=limit_asked(query))


def place_asked(query: QueryDict) -> int:
    """Raises BadQueryError for a cursor that was not given out here."""
    cursor = query.get("cursor")
    if cursor is None:
        return 0
    try:
        place = base64.b64decode(str(cursor), altchars=b"-_", validate=True).decode()
    except (UnicodeError, ValueError):
        place = ""
    if not PLACE.fullmatch(place):
        raise BadQueryError("cursor: take it from “next” as it stands")
    return int(place)


def cursor_at(place: int) -> str:
    return base64.urlsafe_b64encode(str(place).encode()).decode()


def parameter(facet: Facet) -> str:
    """What a facet is called here: of the years one is asked for, or a span."""
    return "year" if facet.key == "years" else facet.key


def text_asked(query: QueryDict) -> str:
    """What is searched for. Raises BadQueryError without any."""
    text = str(query.get("q", ""))
    if not text.strip():
        raise BadQueryError("q: what is to be found")
    return text


def _picked(facet: Facet, query: QueryDict) -> Iterator[Pair]:
    name = parameter(facet)
    values = query.getlist(name)
    if len(values) > (MOST_VALUES if facet.several else 1):
        raise BadQueryError(f"{name}: too many values")
    for value in values:
        if not facet.clean(value):
            raise BadQueryError(f"{name}: there can be no such value")
        yield facet.key, value


def limit_asked(query: QueryDict) -> int:
    given = query.get("limit", str(USUAL))
    if not LIMIT.fullmatch(given) or int(given) > MOST:
        raise BadQueryError(f"limit: a number from 1 to {MOST}")
    return int(given)
