"""PostgreSQL: GIN indexes over the documents' tokens, and pg_trgm for words alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from catalog.models.search import SearchTerm
from catalog.search.engines.engine import Form, Group, Term
from catalog.search.engines.near import exchanged

COLUMNS = ("name_tokens", "word_tokens")
MOST_ALIKE = 60
# Of the advisory lock that lets one at a time write the index; any number will do.
LOCK = 0x5EA2C4


class PostgreSQL:
    def install(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            for column in COLUMNS:
                cursor.execute(
                    f"CREATE INDEX catalog_search_{column} ON catalog_searchdocument"
                    f" USING gin (({_vector(column)}))"
                )
            cursor.execute(
                "CREATE INDEX catalog_search_term ON catalog_searchterm"
                " USING gist (term gist_trgm_ops)"
            )

    def remove(self) -> None:
        # The extension stays: others may use it.
        with connection.cursor() as cursor:
            for name in (*COLUMNS, "term"):
                cursor.execute(f"DROP INDEX IF EXISTS catalog_search_{name}")

    def triggers(self) -> dict[str, str]:
        return {}

    def matching(self, column: str, forms: Sequence[Form], limit: int) -> tuple[str, list[Any]]:
        text = " | ".join(f"({' & '.join(map(_group, form))})" for form in forms)
        sql = (
            f"SELECT rank FROM catalog_searchdocument WHERE {_vector(column)} @@ %s::tsquery"  # noqa: S608
            " ORDER BY rank LIMIT %s"
        )
        return sql, [text, limit]

    def beginning(self, key: str, limit: int) -> tuple[str, list[Any]]:
        sql = "SELECT rank FROM catalog_searchkey WHERE key LIKE %s LIMIT %s"
        return sql, [key.replace("_", "\\_") + "%", limit]

    def learn(self, terms: Collection[str]) -> None:
        pass

    def alike(self, words: Sequence[str]) -> dict[str, list[str]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT word, near.term FROM unnest(%s::text[]) AS word CROSS JOIN LATERAL"
                " (SELECT term FROM catalog_searchterm ORDER BY term <-> word LIMIT %s) AS near",
                [list(words), MOST_ALIKE],
            )
            rows = cursor.fetchall()
        found = {word: [term for of, term in rows if of == word] for word in words}
        # Exchanged letters leave a short word hardly a trigram.
        tried = {word: exchanged(word) for word in words}
        known = SearchTerm.objects.filter(term__in=set().union(*tried.values()))
        for term in known.values_list("term", flat=True):
            for word in words:
                if term in tried[word] and term not in found[word]:
                    found[word].append(term)
        return found

    def tidy(self) -> None:
        with connection.cursor() as cursor:
            for table in ("document", "key", "term"):
                cursor.execute(f"ANALYZE catalog_search{table}")

    @contextmanager
    def turn(self, is_patient: bool) -> Iterator[bool]:
        with transaction.atomic(), connection.cursor() as cursor:
            if is_patient:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
                yield True
                return
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            yield cursor.fetchone()[0]


def _vector(column: str) -> str:
    return f"array_to_tsvector(string_to_array({column}, ' '))"


def _group(group: Group) -> str:
    return f"({' | '.join(map(_term, group))})"


def _term(term: Term) -> str:
    # Tokens have neither quotes nor backslashes in them.
    return f"'{term.token}':*" if term.is_prefix else f"'{term.token}'"
