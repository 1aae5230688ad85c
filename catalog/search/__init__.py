"""Finding dramas and people by whatever is remembered of them: parse, find, show.

``Query.parse`` understands what was typed, ``find`` ranks hits, ``results_of`` shows them.
"""

from catalog.search.finding import Finding, find

__all__ = ["Finding", "find"]
