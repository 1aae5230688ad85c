"""SQLite: two FTS5 tables over the documents, and a table of words alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from typing import Any

from django.db import OperationalError, connection, transaction

from catalog.search.engines.engine import Form, Group, Term
from catalog.search.engines.near import near_of_query, near_of_term

INDEXES = {"name_tokens": "catalog_search_names", "word_tokens": "catalog_search_words"}
# Lengths of beginnings that have an entry of their own: they are read in the order of rank,
# where all the words of a longer one must be merged first.
PREFIXES = {"name_tokens": "1 2 3 4 5 6", "word_tokens": "3 4 5"}
# Our tokens are divided by spaces, and nothing else is to be done to them.
TOKENIZER = "ascii tokenchars '_'"
NEAR = "catalog_search_near"
MILLISECONDS_TO_WAIT = 50


class SQLite:
    def install(self) -> None:
        with connection.cursor() as cursor:
            for column, table in INDEXES.items():
                cursor.execute(
                    f"CREATE VIRTUAL TABLE {table} USING fts5({column},"
                    " content='catalog_searchdocument', content_rowid='rank', detail=none,"
                    f" columnsize=0, prefix='{PREFIXES[column]}', tokenize=\"{TOKENIZER}\")"
                )
            cursor.execute(
                f"CREATE TABLE {NEAR} (near TEXT NOT NULL, term TEXT NOT NULL,"
                " PRIMARY KEY (near, term)) WITHOUT ROWID"
            )

    def remove(self) -> None:
        with connection.cursor() as cursor:
            for table in (*INDEXES.values(), NEAR):
                cursor.execute(f"DROP TABLE IF EXISTS {table}")

    def triggers(self) -> dict[str, str]:
        events = {
            "insert": "INSERT INTO {table}(rowid, {column}) VALUES (NEW.rank, NEW.{column})",
            "delete": (
                "INSERT INTO {table}({table}, rowid, {column})"
                " VALUES ('delete', OLD.rank, OLD.{column})"
            ),
        }
        return {
            f"{table}_{event}": (
                f"CREATE TRIGGER IF NOT EXISTS {table}_{event} AFTER {event}"
                f" ON catalog_searchdocument BEGIN"
                f" {statement.format(table=table, column=column)}; END"
            )
            for column, table in INDEXES.items()
            for event, statement in events.items()
        }

    def matching(self, column: str, forms: Sequence[Form], limit: int) -> tuple[str, list[Any]]:
        table = INDEXES[column]
        text = " OR ".join(f"({' AND '.join(map(_group, form))})" for form in forms)
        sql = f"SELECT rowid AS rank FROM {table} WHERE {table} MATCH %s ORDER BY rowid LIMIT %s"  # noqa: S608
        return sql, [text, limit]

    def beginning(self, key: str, limit: int) -> tuple[str, list[Any]]:
        sql = "SELECT rank FROM catalog_searchkey WHERE key >= %s AND key < %s LIMIT %s"
        return sql, [key, key + "\U0010ffff", limit]

    def learn(self, terms: Collection[str]) -> None:
        rows = [(near, term) for term in terms for near in near_of_term(term)]
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT OR IGNORE INTO {NEAR} VALUES (%s, %s)", rows)  # noqa: S608

    def alike(self, words: Sequence[str]) -> dict[str, list[str]]:
        wanted = {word: near_of_query(word) for word in words}
        nears = sorted(set(chain.from_iterable(wanted.values())))
        marks = ", ".join(["%s"] * len(nears))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT near, {NEAR}.term FROM {NEAR} JOIN catalog_searchterm AS known"  # noqa: S608
                f" ON known.term = {NEAR}.term WHERE near IN ({marks})",
                nears,
            )
            rows = cursor.fetchall()
        found: dict[str, list[str]] = {}
        for word, own in wanted.items():
            found[word] = list(dict.fromkeys(term for near, term in rows if near in own))
        return found

    def tidy(self) -> None:
        with connection.cursor() as cursor:
            for table in INDEXES.values():
                cursor.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")  # noqa: S608

    @contextmanager
    def turn(self, is_patient: bool) -> Iterator[bool]:
        with ExitStack() as stack:
            if not is_patient:
                stack.enter_context(_waiting(MILLISECONDS_TO_WAIT))
            try:
                stack.enter_context(transaction.atomic())
            except OperationalError as error:
                if "locked" not in str(error):
                    raise
                yield False
                return
            yield True


@contextmanager
def _waiting(milliseconds: int) -> Iterator[None]:
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


def _group(group: Group) -> str:
    return f"({' OR '.join(map(_term, group))})" if len(group) > 1 else _term(group[0])


def _term(term: Term) -> str:
    # Tokens have neither quotes nor spaces in them.
    return f'"{term.token}"*' if term.is_prefix else f'"{term.token}"'
