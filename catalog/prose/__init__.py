"""The "About" paragraphs, composed from facts alone.

One module a subject. Each maker takes the facts and returns a sentence, or "" when the
facts for it are missing. Words of praise stand only where ``Facts.is_praised`` bears them.
"""

from __future__ import annotations

from catalog.prose.cast import cast
from catalog.prose.extent import extent
from catalog.prose.facts import Facts, Figures
from catalog.prose.native import native
from catalog.prose.premiere import premiere
from catalog.prose.reception import reception
from catalog.prose.state import state

MAKERS = (premiere, state, extent, reception, cast, native)

__all__ = ["Facts", "Figures", "about"]


def about(facts: Facts) -> list[str]:
    """The paragraphs in order, in the site's language."""
    return [sentence for make in MAKERS if (sentence := make(facts))]
