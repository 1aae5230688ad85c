"""Which rows are marked when others change: triggers, so that whatever writes is noticed.

The mark is part of the same transaction as the change. It is made for writes through the
models, in bulk, in the admin and by SQL from elsewhere alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection

from catalog.models.search import Found, SearchMark
from catalog.search.engines import engine

OF_ITSELF = "SELECT {row}.id AS id"
OF_ITS_DRAMA = "SELECT {row}.drama_id AS id"
OF_ITS_PERSON = "SELECT {row}.person_id AS id"
DRAMA, PERSON = Found.DRAMA.value, Found.PERSON.value


class Watched(NamedTuple):
    """On a change of ``table`` what ``ids`` selects is marked, ``{row}`` being the changed row.

    With ``columns`` an update counts only when it changes one of them; what is not a mark
    ``of_updates_only`` is made for new and deleted rows too.
    """

    table: str
    kind: str
    ids: str
    columns: tuple[str, ...] = ()
    of_updates_only: bool = False


def _people_of(drama: str) -> str:
    return f"SELECT person_id AS id FROM catalog_credit WHERE drama_id = {{row}}.{drama}"  # noqa: S608


def _dramas_of(noun: str, links: str) -> str:
    return f"SELECT drama_id AS id FROM catalog_{links} WHERE {noun}_id = {{row}}.id"  # noqa: S608


TEXTS = ("title", "native_title", "original_language", "released_on", "synopsis", "summary")
STATE = ("publication", "publish_at", "unpublish_at")
NAMES = ("name", "native_name", "native_language")
WATCHED = (
    Watched("catalog_drama", DRAMA, OF_ITSELF, (*TEXTS, *STATE)),
    Watched("catalog_drama", PERSON, _people_of("id"), STATE, of_updates_only=True),
    Watched("catalog_alternativetitle", DRAMA, OF_ITS_DRAMA),
    Watched("catalog_credit", DRAMA, OF_ITS_DRAMA),
    Watched("catalog_credit", PERSON, OF_ITS_PERSON),
    Watched("catalog_listingfigures", DRAMA, OF_ITS_DRAMA),
    Watched("catalog_listingfigures", PERSON, _people_of("drama_id")),
    Watched("catalog_drama_countries", DRAMA, OF_ITS_DRAMA),
    Watched("catalog_drama_genres", DRAMA, OF_ITS_DRAMA),
    Watched("catalog_drama_networks", DRAMA, OF_ITS_DRAMA),
    Watched("catalog_person", PERSON, OF_ITSELF, NAMES),
    Watched("catalog_person", DRAMA, _dramas_of("person", "credit"), ("name",), True),
    Watched("catalog_personname", PERSON, OF_ITS_PERSON),
    Watched("catalog_genre", DRAMA, _dramas_of("genre", "drama_genres"), ("name",), True),
    Watched("catalog_network", DRAMA, _dramas_of("network", "drama_networks"), ("name",), True),
)


def watch() -> None:
    """Makes the triggers that are missing, those of the engine among them."""
    make = _of_postgresql if connection.vendor == "postgresql" else _of_sqlite
    with connection.cursor() as cursor:
        for number, watched in enumerate(WATCHED):
            for statement in make(f"catalog_search_mark_{number}", watched):
                cursor.execute(statement)
        for statement in engine().triggers().values():
            cursor.execute(statement)


def stop_watching() -> None:
    """Removes them: SQLite renames no table while a trigger of another one speaks of it."""
    suffix = " ON {}" if connection.vendor == "postgresql" else ""
    events = ("",) if connection.vendor == "postgresql" else ("_insert", "_update", "_delete")
    with connection.cursor() as cursor:
        for number, watched in enumerate(WATCHED):
            for event in events:
                name = f"catalog_search_mark_{number}{event}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{suffix.format(watched.table)}")
        for name in engine().triggers():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def is_installed() -> bool:
    """Whether the tables are there, so that they can be watched."""
    return SearchMark._meta.db_table in connection.introspection.table_names()


def mark_all() -> None:
    """Marks every row, and those of which there is a document though they are gone."""
    with connection.cursor() as cursor:
        for kind, table in ((DRAMA, "catalog_drama"), (PERSON, "catalog_person")):
            known = f"SELECT object_id FROM catalog_searchdocument WHERE kind = '{kind}'"  # noqa: S608
            cursor.execute(_mark(kind, f"SELECT id FROM {table} UNION {known}"))  # noqa: S608


def _mark(kind: str, ids: str) -> str:
    return f"INSERT INTO catalog_searchmark (kind, object_id) SELECT '{kind}', id FROM ({ids}) AS chosen"  # noqa: S608, E501


def _of_sqlite(name: str, watched: Watched) -> Iterator[str]:
    # One writes at a time here: one mark is enough.
    known = f"kind = '{watched.kind}' AND object_id = chosen.id"
    mark = f"{_mark(watched.kind, watched.ids)} WHERE NOT EXISTS (SELECT 1 FROM catalog_searchmark WHERE {known});"  # noqa: S608, E501
    old, new = mark.format(row="OLD"), mark.format(row="NEW")
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in watched.columns)
    events = {"update": old + new}
    if not watched.of_updates_only:
        events |= {"insert": new, "delete": old}
    for event, marks in events.items():
        condition = f" WHEN {changed}" if changed and event == "update" else ""
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {name}_{event} AFTER {event} ON {watched.table}"
            f"{condition} BEGIN {marks} END"
        )


def _of_postgresql(name: str, watched: Watched) -> Iterator[str]:
    mark = _mark(watched.kind, watched.ids)
    changed = " OR ".join(
        f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in watched.columns
    )
    unchanged = f"IF TG_OP = 'UPDATE' AND NOT ({changed}) THEN RETURN NULL; END IF; "
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"{unchanged if changed else ''}"
        f"IF TG_OP <> 'INSERT' THEN {mark.format(row='OLD')}; END IF; "
        f"IF TG_OP <> 'DELETE' THEN {mark.format(row='NEW')}; END IF; "
        "RETURN NULL; END $$"
    )
    events = "UPDATE" if watched.of_updates_only else "INSERT OR UPDATE OR DELETE"
    yield (
        f"CREATE OR REPLACE TRIGGER {name} AFTER {events} ON {watched.table}"
        f" FOR EACH ROW EXECUTE FUNCTION {name}()"
    )
