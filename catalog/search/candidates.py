"""Documents that may answer a query: the best known of what fits, a few dozen at a time.

So the work is the same for a common word in a large catalogue as in a small one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models.expressions import RawSQL
from django.utils import timezone
from rapidfuzz.distance import DamerauLevenshtein

from catalog.models.search import SearchDocument, SearchKey
from catalog.search.engines import engine
from catalog.search.query import Query
from catalog.search.sounds import is_latin, sound

MOST = 120
MOST_OF_A_STEP = 60
MOST_BY_KEY = 40
MOST_BY_BEGINNING = 24
SHORTEST_BEGINNING = 4
SHORTEST_MISSPELT = 3
MOST_MEANT = 8
LEAST_CLOSE = 0.6
FOR_THE_SAME_SOUND, FOR_THE_SAME_START = 0.15, 0.05

Part = tuple[str, list[Any]]


class Document(NamedTuple):
    """What is read of a SearchDocument."""

    rank: int
    kind: str
    object_id: int
    year: int | None
    names: str
    cast: str


def by_names(query: Query) -> list[Document]:
    """Whole names, and names that have all the words, the last one perhaps unfinished."""
    marks = ", ".join(["%s"] * len(query.keys))
    keyed = f"SELECT rank FROM {SearchKey._meta.db_table} WHERE key IN ({marks})"  # noqa: S608
    limited = f"{keyed} ORDER BY rank LIMIT {MOST_BY_KEY}"
    strict = engine().matching("name_tokens", query.strictly(), MOST)
    return _documents([strict, (limited, query.keys)])


def by_words(query: Query) -> list[Document]:
    """Names by the beginnings of words, and all that is told of a drama."""
    parts = [
        engine().matching("name_tokens", query.loosely(), MOST_OF_A_STEP),
        engine().matching("word_tokens", query.in_stories(), MOST_OF_A_STEP),
    ]
    if len(query.whole) >= SHORTEST_BEGINNING:
        whole = (key for key in query.keys if key.isalnum())
        parts += [engine().beginning(key, MOST_BY_BEGINNING) for key in whole]
    return _documents(parts)


def with_one_missing(query: Query) -> list[Document]:
    """Those that have all words but one."""
    forms = query.with_one_missing()
    return _documents([engine().matching("word_tokens", forms, MOST)]) if forms else []


def misspelt(query: Query, meant: Mapping[str, Sequence[str]]) -> list[Document]:
    """Those that have each word, or one that it may be ``meant`` for, in names first."""
    forms = query.misspelt(meant)
    columns = ("name_tokens", "word_tokens")
    return _documents([engine().matching(column, forms, MOST_OF_A_STEP) for column in columns])


def _documents(parts: Sequence[Part]) -> list[Document]:
    found = (f"SELECT rank FROM ({sql}) AS part_{n}" for n, (sql, _) in enumerate(parts))  # noqa: S608
    values = [value for _, given in parts for value in given]
    ranks = RawSQL(" UNION ".join(found), values)  # noqa: S611  (values are passed apart)
    now = timezone.now()
    shown = SearchDocument.objects.filter(rank__in=ranks, shown_from__lte=now, shown_until__gt=now)
    return [Document(*row) for row in shown.values_list(*Document._fields)]


def meant_by(query: Query) -> dict[str, list[str]]:
    """For each of the words in Latin letters the few terms that are written most like it."""
    words = [w for w in query.without_year.words if is_latin(w) and len(w) >= SHORTEST_MISSPELT]
    found = engine().alike(words) if words else {}
    return {word: _closest(word, terms) for word, terms in found.items()}


def _closest(word: str, terms: Iterable[str]) -> list[str]:
    scored = [(closeness(word, term), term) for term in terms if term != word]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [term for close, term in scored[:MOST_MEANT] if close >= LEAST_CLOSE]


def closeness(word: str, term: str) -> float:
    """From 0 to 1, and somewhat more for what sounds alike."""
    alike = DamerauLevenshtein.normalized_similarity(word, term)
    same_sound = FOR_THE_SAME_SOUND if sound(word) == sound(term) else 0
    return alike + same_sound + (FOR_THE_SAME_START if word[:1] == term[:1] else 0)
