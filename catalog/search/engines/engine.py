"""What the search asks of a database, whichever it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from django.db import connection


class Term(NamedTuple):
    """A token as catalog/search/names.py makes them, whole or the beginning of one."""

    token: str
    is_prefix: bool = False


# One of the terms is enough; all groups of a form must be there; one of the forms is enough.
Group = tuple[Term, ...]
Form = tuple[Group, ...]


class Engine(Protocol):
    def install(self) -> None:
        """Makes what is not a table of a model; beside documents that are there already."""

    def remove(self) -> None:
        """Takes it away again."""

    def triggers(self) -> dict[str, str]:
        """By name, the SQL of triggers that keep the index like the documents."""

    def matching(self, column: str, forms: Sequence[Form], limit: int) -> tuple[str, list[Any]]:
        """A subquery of the best known ranks; ``column`` is "name_tokens" or "word_tokens"."""

    def beginning(self, key: str, limit: int) -> tuple[str, list[Any]]:
        """A subquery of ranks whose whole name begins like this."""

    def learn(self, terms: Collection[str]) -> None:
        """Makes it possible to find new terms by what is alike."""

    def alike(self, words: Sequence[str]) -> dict[str, list[str]]:
        """Terms that each word may be meant for, in no order; the database's idea of it."""

    def tidy(self) -> None:
        """Brings the index into its best shape, from the documents."""

    def turn(self, is_patient: bool) -> AbstractContextManager[bool]:
        """A transaction in which the index may be written; false when it is another's turn.

        Who is patient waits for it as long as for any other write.
        """


def engine() -> Engine:
    """That of the database in use."""
    # Each is imported only where its database is.
    if connection.vendor == "postgresql":
        from catalog.search.engines.postgresql import PostgreSQL  # see above

        return PostgreSQL()
    from catalog.search.engines.sqlite import SQLite  # see above

    return SQLite()
