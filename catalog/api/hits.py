"""What a search finds."""

from __future__ import annotations

from catalog.api import shapes
from catalog.api.asked import cursor_at
from catalog.api.links import Links
from catalog.search import find
from catalog.search.query import Query
from catalog.search.results import Result, results_of


def hits_page(text: str, begin: int, limit: int, links: Links, path: str) -> shapes.Hits:
    """From hit number ``begin`` on; ``path`` is this page's own query."""
    query = Query.parse(text)
    finding = find(query)
    end = begin + limit
    return shapes.Hits(
        query=query.text,
        meant=finding.meant,
        count=len(finding.hits),
        next=f"{path}cursor={cursor_at(end)}" if end < len(finding.hits) else None,
        results=[_hit(result, links) for result in results_of(finding.hits[begin:end], query)],
    )


def _hit(result: Result, links: Links) -> shapes.Hit:
    return shapes.Hit(
        by=result.hit.by,
        matched="" if result.hit.by == "hidden" else result.hit.name,
        drama=links.drama(result.drama) if result.drama else None,
        person=links.person(result.person) if result.person else None,
    )
