"""Inserting many rows in little time: as values, and into tables without indexes.

Everything is one transaction. Whoever stops it finds the database as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction

from catalog.changes import drop_triggers, install_triggers
from catalog.search import marks
from catalog.search.index import write_all

# Taken by every database as they are
PLAIN = (str, int, bool, type(None))
CACHE = 200_000  # KiB, for the indexes of millions of rows


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """The same as ``bulk_create``, in a third of the time; keys that are None are given."""
    fields = [each for each in model._meta.concrete_fields if not _is_given(each, rows[0])]
    name = connection.ops.quote_name
    columns = ", ".join(name(field.column or "") for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {name(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608
    values = [[_value(field, row) for field in fields] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def _is_given(field: models.Field[Any, Any], row: models.Model) -> bool:
    return field.primary_key and row.pk is None


def _value(field: models.Field[Any, Any], row: models.Model) -> Any:
    value = field.pre_save(row, add=True)
    return value if type(value) in PLAIN else field.get_db_prep_save(value, connection)


@contextmanager
def filling() -> Iterator[None]:
    """For a database that nobody reads yet: what follows each row is done once at the end."""
    with _unguarded(), transaction.atomic():
        drop_triggers()
        marks.stop_watching()
        indexes = _drop_indexes()
        yield
        _execute(index for index in indexes if "catalog_search" not in index)
        write_all()
        _execute(index for index in indexes if "catalog_search" in index)
        connection.check_constraints()
        install_triggers()
        marks.watch()


@contextmanager
def _unguarded() -> Iterator[None]:
    """What is new goes into SQLite's file at once, rather than through a log as long.

    Nor is each row compared with those that refer to it, which without indexes are all.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    cache = f"PRAGMA cache_size = -{CACHE}"
    _execute(("PRAGMA journal_mode = DELETE", "PRAGMA foreign_keys = OFF", cache))
    try:
        yield
    finally:
        connection.close()  # the next one has its usual settings


def _drop_indexes() -> list[str]:
    """The statements that make them again; PostgreSQL is quick enough with its indexes."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> ''")
        indexes = cursor.fetchall()
    _execute(f'DROP INDEX "{name}"' for name, _sql in indexes)
    return [sql for _name, sql in indexes]


def _execute(statements: Any) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
