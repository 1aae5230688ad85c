"""The way to a page, as its crumbs show it."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.metadata.nodes import At, Node, node


def crumbs_node(crumbs: Iterable[tuple[str, str]], at: At) -> Node:
    """From names and paths, the widest first."""
    steps = [
        node("ListItem", position=place, name=str(name), item=at(path))
        for place, (name, path) in enumerate(crumbs, 1)
    ]
    return node("BreadcrumbList", itemListElement=steps)
