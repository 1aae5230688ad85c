"""A page that lists dramas or people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from catalog.metadata.nodes import At, Node, node


class Listed(Protocol):
    def get_absolute_url(self) -> str: ...


def list_node(name: str, address: str, rows: Iterable[Listed], at: At, first: int = 1) -> Node:
    """``first`` is the place of the first row in the whole list, of which this may be a page."""
    items = [
        node("ListItem", position=place, name=str(row), url=at(row.get_absolute_url()))
        for place, row in enumerate(rows, first)
    ]
    listed = node("ItemList", itemListElement=items) if items else None
    return node("CollectionPage", address, name=str(name), mainEntity=listed)
