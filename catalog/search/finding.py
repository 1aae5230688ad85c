"""From a query to ranked hits, in steps from the narrow to the wide.

A later step is taken only when the earlier ones have not found enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from catalog.search.candidates import (
    MOST,
    Document,
    by_names,
    by_words,
    meant_by,
    misspelt,
    with_one_missing,
)
from catalog.search.hits import Hit, judged, likened
from catalog.search.names import words_of
from catalog.search.query import Query
from catalog.search.ranking import NAME_MEANT, Wanted

ENOUGH = 24


@dataclass
class Finding:
    """The hits of one query, the best first; ``meant`` is the spelling that was looked up.

    More than MOST are never counted: ``is_cut`` says that there may be more.
    """

    query: Query
    hits: list[Hit] = field(default_factory=list)
    meant: str = ""
    is_cut: bool = False


def find(query: Query) -> Finding:
    if not query:
        return Finding(query)
    search = _Search(query)
    search.take(by_names(query))
    if len(search.found) < ENOUGH:
        search.take(by_words(query))
    if search.best < NAME_MEANT:
        search.take_misspelt()
    if search.is_at_a_loss:
        search.take(with_one_missing(query))
    return search.finding()


class _Search:
    def __init__(self, query: Query) -> None:
        self.query = query
        self.wanted = [Wanted(query)]
        if query.year:
            self.wanted.append(Wanted(query.without_year))
        self.found: dict[tuple[str, int], Hit] = {}
        self.meant = ""

    @property
    def best(self) -> float:
        return max((hit.quality for hit in self.found.values()), default=0)

    @property
    def is_at_a_loss(self) -> bool:
        """Whether neither a name nor a story has all the words."""
        has_story = any(hit.by == "story" for hit in self.found.values())
        return self.best < NAME_MEANT and not has_story

    def take(self, documents: Iterable[Document]) -> None:
        for document in documents:
            for hit in judged(document, self.query, self.wanted):
                self._keep(hit)

    def take_misspelt(self) -> None:
        """Hits of other spellings; they are meant when the best of them is the best of all."""
        meant = meant_by(self.query)
        if not any(meant.values()):
            return
        best = self.best
        for document in misspelt(self.query, meant):
            hit, name = likened(document, self.wanted[-1])
            if hit.quality > best:
                best, self.meant = hit.quality, _respelt(self.query, meant, name)
            self._keep(hit)

    def _keep(self, hit: Hit) -> None:
        known = self.found.get(hit.key)
        if known is None or hit.quality > known.quality:
            self.found[hit.key] = hit

    def finding(self) -> Finding:
        hits = sorted(self.found.values(), key=lambda hit: (-hit.quality, hit.key))
        return Finding(self.query, hits[:MOST], self.meant, is_cut=len(hits) >= MOST)


def _respelt(query: Query, meant: dict[str, list[str]], name: str) -> str:
    """The query in the spelling of the name that was found; empty when it is the same."""
    held = words_of(name)
    words = [_respelt_word(word, meant.get(word, []), held) for word in query.words]
    return " ".join(words) if words != list(query.words) else ""


def _respelt_word(word: str, terms: list[str], held: list[str]) -> str:
    return word if word in held else next((term for term in terms if term in held), word)
