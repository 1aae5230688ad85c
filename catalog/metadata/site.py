"""The site itself, on its front page."""

from __future__ import annotations

from catalog.metadata.nodes import Node, node

TERM = "search_term_string"


def site_node(name: str, address: str, language: str, search: str) -> Node:
    """``search`` is the address of the search page with host, without a query."""
    target = node("EntryPoint", urlTemplate=f"{search}?q={{{TERM}}}")
    # Required of the action by the site's owner, not a property of the vocabulary proper.
    action = node("SearchAction", target=target) | {"query-input": f"required name={TERM}"}
    return node("WebSite", address, name=name, inLanguage=language, potentialAction=action)
