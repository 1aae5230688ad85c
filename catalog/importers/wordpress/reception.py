"""What the prose of a page says that its lists do not: the rating, and the genres. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

RATING = re.compile(r"\brat(?:ing|ed)(?: of| is)?:? (\d(?:\.\d)?|10(?:\.0)?)\b(?! (?:votes|users))")
GENRES = re.compile(
    r"\belements of ([A-Z][^.;\n]*?)(?= and (?:continues|has|is|was|keeps)\b|[.;\n]|$)"
)
BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*")


@dataclass(frozen=True, slots=True)
class Said:
    rating: Decimal | None = None
    genres: tuple[str, ...] = ()


def said_in(prose: str) -> Said:
    rating, genres = RATING.search(prose), GENRES.search(prose)
    names = BETWEEN.split(genres[1]) if genres else []
    is_list = all(name and name[0].isupper() and len(name) < 40 for name in names)
    return Said(
        Decimal(rating[1]).quantize(Decimal("0.1")) if rating else None,
        tuple(name.strip() for name in names) if is_list else (),
    )
