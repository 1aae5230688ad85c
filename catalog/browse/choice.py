"""What a visitor has chosen: from the pairs of a query to its one address, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.urls import reverse

from catalog.browse.facets import BY_KEY, FACETS, Facet
from catalog.browse.orders import DEFAULT, ORDERS
from catalog.browse.years import clean_years, span

Pair = tuple[str, str]
MOST_VALUES = 12  # of one facet
KEYS = frozenset({*BY_KEY, "from", "to", "sort", "page"})


@dataclass(frozen=True, slots=True)
class Choice:
    """``picked``: keys and values, in the order of the address; ``sort``: a key of ORDERS."""

    picked: tuple[Pair, ...] = ()
    sort: str = DEFAULT

    @classmethod
    def parse(cls, pairs: Iterable[Pair]) -> Self:
        """From a query of whatever order, case and completeness; what makes no sense is left out.

        The form sends the two ends of a span of years apart; a chosen decade goes before them.
        """
        given: dict[str, list[str]] = {}
        for key, value in pairs:
            if value:
                given.setdefault(key.lower(), []).append(value.strip().lower())
        if "years" not in given:
            given["years"] = _span(given)
        picked = [(f.key, v) for f in FACETS for v in _clean(f, given.get(f.key, []))]
        sort = given.get("sort", [DEFAULT])[0]
        return cls(tuple(picked), sort if sort in ORDERS else DEFAULT)

    @property
    def pairs(self) -> list[Pair]:
        """Of the query, without what goes without saying."""
        return [*self.picked, *([("sort", self.sort)] if self.sort != DEFAULT else [])]

    @property
    def url(self) -> str:
        """The one address of the choice's first page."""
        return reverse("dramas") + self.page_query()

    def page_query(self, number: int = 1) -> str:
        """What stands behind the path at the one address of a page, with its "?"."""
        pairs = [*self.pairs, *([("page", str(number))] if number > 1 else [])]
        return f"?{urlencode(pairs)}" if pairs else ""

    def values(self, key: str) -> tuple[str, ...]:
        return tuple(value for of, value in self.picked if of == key)

    def without(self, key: str, value: str) -> Self:
        return replace(self, picked=tuple(pair for pair in self.picked if pair != (key, value)))

    def is_spelt(self, pairs: Iterable[Pair], number: int) -> bool:
        """Whether a query says this choice and page as their one address does.

        Keys that mean nothing here are nobody's concern.
        """
        known = [pair for pair in pairs if pair[0].lower() in KEYS]
        return f"?{urlencode(known)}" == (self.page_query(number) or "?")

    def sorted_by(self, sort: str) -> Self:
        return replace(self, sort=sort)


def browse_url(sort: str = DEFAULT, **values: str | int | Iterable[str]) -> str:
    """The address of a choice: ``browse_url(genre=["medical", "romance"], years="2000-2009")``.

    Raises ValueError for a key that is no facet: nobody would notice it left out.
    """
    if unknown := values.keys() - BY_KEY.keys():
        raise ValueError(f"no facet: {', '.join(sorted(unknown))}")
    pairs = [
        (key, value)
        for key, given in values.items()
        for value in ([str(given)] if isinstance(given, str | int) else given)
    ]
    return Choice.parse([*pairs, ("sort", sort)]).url


def _clean(facet: Facet, values: list[str]) -> Iterator[str]:
    cleaned = list(dict.fromkeys(filter(None, map(facet.clean, values))))
    yield from sorted(cleaned[:MOST_VALUES]) if facet.several else cleaned[:1]


def _span(given: dict[str, list[str]]) -> list[str]:
    first, last = (clean_years(given.get(end, [""])[0]) for end in ("from", "to"))
    is_plain = "-" not in first + last and (first or last)
    return [span(first, last)] if is_plain else []
