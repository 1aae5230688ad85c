"""The values that may be chosen besides, each with the number of dramas it would find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest

from catalog.browse.choice import Choice
from catalog.browse.facets import FACETS, Facet
from catalog.browse.index import Index
from catalog.browse.names import name_of
from catalog.browse.years import decade, ends


@dataclass(frozen=True, slots=True)
class Value:
    """``count``: of the dramas that are found with it, beside what is chosen already."""

    value: str
    name: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A facet with its values; ``span``: the years from and to, where they are no decade."""

    facet: Facet
    values: list[Value]
    span: tuple[str, str] = ("", "")

    @property
    def chosen(self) -> list[Value]:
        return [value for value in self.values if value.is_chosen]

    @property
    def is_open(self) -> bool:
        return self.facet.is_open or bool(self.chosen) or self.has_span

    @property
    def has_span(self) -> bool:
        return self.span != ("", "")


def offers_of(choice: Choice, index: Index, total: int) -> list[Offer]:
    """Of facets of which there is anything to choose; ``total``: the dramas found now."""
    counts = index.counts(choice)
    offers = (_offer(facet, choice, counts[facet.key], total, index) for facet in FACETS)
    return [offer for offer in offers if offer.values or offer.has_span]


def _offer(
    facet: Facet, choice: Choice, counts: Mapping[str, int], total: int, index: Index
) -> Offer:
    chosen, span = list(choice.values(facet.key)), ("", "")
    if facet.key == "years":
        counts = _by_decade(counts)
        if chosen and chosen[0] not in counts:
            span = ends(chosen.pop())
    offered = nlargest(facet.most, counts, key=counts.__getitem__)
    # What is chosen finds, once more chosen, what is found now.
    numbers = {value: counts[value] for value in offered} | dict.fromkeys(chosen, total)
    names = {value: index.name(facet.key, value) for value in numbers}
    values = [
        Value(value, name_of(facet.key, value, names[value]), count, value in chosen)
        for value, count in numbers.items()
    ]
    return Offer(facet, _in_order(facet, values), span)


def _by_decade(counts: Mapping[str, int]) -> Counter[str]:
    decades: Counter[str] = Counter()
    for year, count in counts.items():
        decades[decade(int(year))] += count
    return decades


def _in_order(facet: Facet, values: list[Value]) -> list[Value]:
    if facet.order:
        return sorted(values, key=lambda each: facet.order.index(each.value))
    if facet.key == "years":
        return sorted(values, key=lambda each: each.value, reverse=True)
    return sorted(values, key=lambda each: (each.name.casefold(), each.value))
