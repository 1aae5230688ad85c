"""Queries of the ORM that are compiled once and asked again with other values.

Composing the SQL of a query takes several times as long as the database takes to answer it. What
is asked with every reply is worth keeping. The query itself stays where its rules are.
"""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# In the place of values, while the query is composed: nothing else in it is equal to them.
_NUMBER = -(2**60)
_MOMENT = datetime.datetime(1, 2, 3, tzinfo=datetime.UTC)


class Prepared:
    """A function that composes a query of values, of text, numbers and moments by annotation.

    Its parameters are ``str``, ``int`` or ``datetime``. None of them may decide how the query
    looks; what it fixes itself (a state, a limit) is kept as it is.
    """

    def __init__(self, compose: Callable[..., QuerySet[Any, Any]]) -> None:
        self._compose = compose

    def ask(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows, as the database gives them. One query."""
        sql, params = self._compiled
        given = {name: _adapted(value) for name, value in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(
                sql, [given[each[0]] if type(each) is tuple else each for each in params]
            )
            return list(cursor.fetchall())

    @cached_property
    def _compiled(self) -> tuple[str, list[Any]]:
        """Names of values stand in the parameters as tuples of one, which no value is."""
        stand_ins = {
            name: _stand_in(parameter.annotation, number)
            for number, (name, parameter) in enumerate(
                inspect.signature(self._compose, eval_str=True).parameters.items()
            )
        }
        names = {_adapted(value): (name,) for name, value in stand_ins.items()}
        sql, params = self._compose(**stand_ins).query.sql_with_params()
        return sql, [names.get(each, each) for each in params]


def _stand_in(kind: type, number: int) -> Any:
    if kind is int:
        return _NUMBER + number
    if kind is datetime.datetime:
        return _MOMENT + datetime.timedelta(seconds=number)
    return f"stand-in {number}"


def _adapted(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value
