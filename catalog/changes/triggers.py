"""The triggers that note every change, for SQLite and PostgreSQL.

They are put in place after every migration rather than by one: SQLite loses the triggers of
a table that a later migration makes anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connections, transaction

from catalog.changes.watched import LOG, Watched, watched
from catalog.models.change import DramaChange

KEPT = 50_000  # rows of the log; a reader further behind reads everything anew
LOCK = 7_264_001  # of PostgreSQL's advisory locks, a number of our own

SQLITE_NOTE = f"""
  INSERT INTO {LOG} (drama_number, token) SELECT {{drama}}, random(){{only_if}};
  DELETE FROM {LOG} WHERE id <= (SELECT MAX(id) FROM {LOG}) - {KEPT};
"""  # noqa: S608  (names of our own)

# Writers take turns, as on SQLite: so the numbers of the log are in the order of the commits.
# The turn is taken before any row is locked, which is why two writers cannot block each other.
POSTGRESQL_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION {LOG}_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock({LOCK});
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION {LOG}_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was bigint := CASE WHEN TG_OP <> 'INSERT' THEN (to_jsonb(OLD) ->> TG_ARGV[0])::bigint END;
  now_is bigint := CASE WHEN TG_OP <> 'DELETE' THEN (to_jsonb(NEW) ->> TG_ARGV[0])::bigint END;
BEGIN
  INSERT INTO {LOG} (drama_number, token)
    SELECT coalesce(number, {DramaChange.EVERY_DRAMA}), (random() * 9e18)::bigint
    FROM (SELECT DISTINCT unnest(ARRAY[coalesce(was, now_is), coalesce(now_is, was)])) AS n(number);
  DELETE FROM {LOG} WHERE id <= (SELECT max(id) FROM {LOG}) - {KEPT};
  RETURN NULL;
END $$;
"""  # noqa: S608


def install_triggers(using: str = "default", **kwargs: Any) -> None:
    """Put them in place, and note that meanwhile any drama may have changed."""
    connection = connections[using]
    if LOG not in connection.introspection.table_names():
        return
    drop_triggers(using)
    statements = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    with transaction.atomic(using), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        note = f"INSERT INTO {LOG} (drama_number, token) VALUES (%s, {{}})"  # noqa: S608
        token = "random()" if connection.vendor == "sqlite" else "(random() * 9e18)::bigint"
        cursor.execute(note.format(token), [DramaChange.EVERY_DRAMA])


def drop_triggers(using: str = "default") -> None:
    connection = connections[using]
    tables = connection.introspection.table_names()
    with transaction.atomic(using), connection.cursor() as cursor:
        for each in watched():
            if each.table in tables:
                for event in ("turn", *each.events):
                    on = "" if connection.vendor == "sqlite" else f" ON {each.table}"
                    cursor.execute(f"DROP TRIGGER IF EXISTS {_name(each, event)}{on}")


def _sqlite() -> Iterator[str]:
    for each in watched():
        for event in each.events:
            row = "OLD" if event == "DELETE" else "NEW"
            notes = SQLITE_NOTE.format(drama=_drama(each, row), only_if="")
            if event == "UPDATE" and each.drama:
                moved = f" WHERE OLD.{each.drama} <> NEW.{each.drama}"
                notes += SQLITE_NOTE.format(drama=_drama(each, "OLD"), only_if=moved)
            yield (
                f"CREATE TRIGGER {_name(each, event)} AFTER {_event(each, event)} ON {each.table}"
                f"{_when(each, event, 'IS NOT')} BEGIN {notes} END"
            )


def _postgresql() -> Iterator[str]:
    yield POSTGRESQL_FUNCTIONS
    for each in watched():
        events = " OR ".join(_event(each, event) for event in each.events)
        yield (
            f"CREATE TRIGGER {_name(each, 'turn')} BEFORE {events} ON {each.table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {LOG}_turn()"
        )
        for event in each.events:
            yield (
                f"CREATE TRIGGER {_name(each, event)} AFTER {_event(each, event)} ON {each.table}"
                f" FOR EACH ROW{_when(each, event, 'IS DISTINCT FROM')}"
                f" EXECUTE FUNCTION {LOG}_note('{each.drama}')"
            )


def _name(each: Watched, event: str) -> str:
    return f"{each.table}_noted_{event.lower()}"


def _drama(each: Watched, row: str) -> str:
    return f"{row}.{each.drama}" if each.drama else str(DramaChange.EVERY_DRAMA)


def _event(each: Watched, event: str) -> str:
    return f"UPDATE OF {', '.join(each.columns)}" if event == "UPDATE" else event


def _when(each: Watched, event: str, differs: str) -> str:
    """Whoever saves a whole row changes mostly nothing of it."""
    if event != "UPDATE":
        return ""
    changed = (f"OLD.{column} {differs} NEW.{column}" for column in each.columns)
    # PostgreSQL wants the brackets.
    return f" WHEN ({' OR '.join(changed)})"
