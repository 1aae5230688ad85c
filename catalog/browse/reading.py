"""From the database into the index: everything, or the dramas that changed."""

from __future__ import annotations

import datetime
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, MutableSequence, Sequence
from typing import Any

from django.db.models import CharField, F, Model, OuterRef, QuerySet, StringAgg, Subquery, Value
from django.db.models.functions import Cast
from pyroaring import BitMap

from catalog.browse.index import Index
from catalog.browse.listed import AT_ONCE, Listed, listed
from catalog.browse.orders import ORDERS, Rank
from catalog.models import Country, Drama, DramaTag, Genre, Network, Tag

LABELS: dict[str, tuple[type[Model], QuerySet, str]] = {
    "country": (Country, Drama.countries.through._default_manager.all(), "code"),
    "network": (Network, Drama.networks.through._default_manager.all(), "name"),
    "genre": (Genre, Drama.genres.through._default_manager.all(), "name"),
    # Listing a drama under a tag that gives it away would give it away.
    "tag": (Tag, DramaTag.objects.filter(is_spoiler=False), "name"),
}
NUMBER = Cast("drama_id", CharField())
Members = defaultdict[tuple[str, str, str], BitMap]  # by facet, value and its name


def read_all(now: datetime.datetime) -> Index:
    """Two queries. Of each drama only its ranks are kept until all are put in order."""
    index, members = Index(), Members(BitMap)
    ids = array("I")
    ranks: dict[str, MutableSequence[Any]] = {
        sort: array("q") if order.is_by_number else [] for sort, order in ORDERS.items()
    }
    for drama in _published(listed(now), index):
        _note(drama, members)
        ids.append(drama.pk)
        for sort, order in ORDERS.items():
            ranks[sort].append(order.rank(drama))
    _add(index, BitMap(ids), members)
    _add_labels(index, [_label_rows(key) for key in LABELS])
    for sort in ORDERS:
        _arrange(index, sort, ids, ranks.pop(sort))
    return index


def _arrange(index: Index, sort: str, ids: Sequence[int], ranks: Sequence[Rank]) -> None:
    # The ids are in order already, and stay so among equals: pairs would take ten times the room.
    in_order = sorted(range(len(ids)), key=ranks.__getitem__)
    index.arrange(sort, ((ranks[n], ids[n]) for n in in_order))


def read_again(index: Index, ids: Collection[int], now: datetime.datetime) -> None:
    """Make the index true again of dramas that changed, came or went. Two queries."""
    index.forget(BitMap(ids))
    members, dramas = Members(BitMap), list(_published(listed(now, ids), index))
    for drama in dramas:
        _note(drama, members)
    _add(index, BitMap([drama.pk for drama in dramas]), members)
    _add_labels(index, [_pair_rows(key, ids) for key in LABELS])
    for sort, order in ORDERS.items():
        for place in order.places(dramas):
            index.shelves[sort].put(place)


def _published(dramas: Iterable[Listed], index: Index) -> Iterator[Listed]:
    for drama in dramas:
        if drama.comes_out_at:
            index.to_come[drama.pk] = drama.comes_out_at
        else:
            if drama.goes_at:
                index.to_go[drama.pk] = drama.goes_at
            yield drama


def _note(drama: Listed, members: Members) -> None:
    for key, value, name in drama.values():
        if value:
            members[key, value, name].add(drama.pk)


def _add(index: Index, published: BitMap, members: Members) -> None:
    index.everything.update(published)
    for value, having in members.items():
        index.add(*value, having)


def _add_labels(index: Index, parts: list[QuerySet]) -> None:
    """One query of all parts."""
    columns = ("facet", "value", "named", "ids")
    first, *others = (part.order_by().values_list(*columns) for part in parts)
    rows = first.union(*others, all=True).order_by()
    for key, slug, name, ids in rows.iterator(AT_ONCE):
        having = BitMap([int(pk) for pk in ids.split(",")]) & index.everything
        index.add(key, slug.lower(), name, having)


def _label_rows(key: str) -> QuerySet:
    """Labels with the ids of their dramas behind one another: a row each, not one a drama."""
    noun, pairs, name = LABELS[key]
    ids = StringAgg(NUMBER, Value(","))
    having = pairs.filter(**{key: OuterRef("pk")}).order_by().values(key).annotate(ids=ids)
    labels = noun._default_manager.order_by().annotate(ids=Subquery(having.values("ids")))
    in_use = labels.filter(ids__isnull=False)
    return in_use.annotate(facet=Value(key, CharField()), value=F("slug"), named=F(name))


def _pair_rows(key: str, dramas: Collection[int]) -> QuerySet:
    """Labels with a drama of each, for some dramas."""
    _noun, pairs, name = LABELS[key]
    return pairs.filter(drama__in=dramas).annotate(
        facet=Value(key, CharField()),
        value=F(f"{key}__slug"),
        named=F(f"{key}__{name}"),
        ids=NUMBER,
    )
