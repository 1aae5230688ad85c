"""What may stand in a row of a source: each reader answers a clean value or refuses the row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from catalog.importers.texts import one_line, paragraphs

LARGEST_NUMBER = 2_147_483_647  # what an integer column of PostgreSQL holds
LONGEST_LIST = 2_000
LONGEST_PROSE = 50_000

Row = Mapping[str, Any]


class RefusedRow(ValueError):  # noqa: N818 (it is no error of ours)
    """A row that cannot be taken; its text says why, in plain language."""


def refuse(reason: str, **values: object) -> RefusedRow:
    return RefusedRow(reason % values)


def text(row: Row, name: str, limit: int) -> str:
    """One line of at most ``limit`` characters; empty when the row is silent."""
    value = one_line(_string(row, name))
    if len(value) > limit:
        raise refuse(_("%(name)s is longer than %(limit)s characters"), name=name, limit=limit)
    return value


def prose(row: Row, name: str) -> str:
    """Paragraphs of text; empty when the row is silent."""
    value = paragraphs(_string(row, name))
    if len(value) > LONGEST_PROSE:
        raise refuse(
            _("%(name)s is longer than %(limit)s characters"), name=name, limit=LONGEST_PROSE
        )
    return value


def _string(row: Row, name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise refuse(_("%(name)s is not a text"), name=name)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise refuse(_("%(name)s is not valid text (UTF-8)"), name=name) from None
    return value


def number(row: Row, name: str) -> Decimal | None:
    """A number that is not negative; ``None`` when the row is silent."""
    value = row.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise refuse(_("%(name)s is not a number"), name=name)
    try:
        # Python reads "1_0" as ten; nobody who writes a listing does.
        parsed = Decimal(str(value).replace("_", "?"))
    except (InvalidOperation, ValueError):
        raise refuse(_("%(name)s is not a number"), name=name) from None
    if not parsed.is_finite():
        raise refuse(_("%(name)s is not a number"), name=name)
    if parsed < 0:
        raise refuse(_("%(name)s is negative"), name=name)
    if parsed > LARGEST_NUMBER:
        raise refuse(_("%(name)s is impossibly large"), name=name)
    return parsed


def whole_number(row: Row, name: str) -> int | None:
    parsed = number(row, name)
    if parsed is None:
        return None
    if parsed != parsed.to_integral_value():
        raise refuse(_("%(name)s is not a whole number"), name=name)
    return int(parsed)


def identifier(row: Row, name: str) -> str:
    """A positive whole number as the source's id, in digits."""
    value = whole_number(row, name)
    if not value:
        raise refuse(_("%(name)s is missing or zero"), name=name)
    return str(value)


def items(row: Row, name: str) -> list[Any]:
    """A list; in a CSV cell it is JSON text."""
    value = row.get(name)
    if value is None or value == "":
        return []
    if isinstance(value, str):
        value = _from_json(value, name)
    if not isinstance(value, list):
        raise refuse(_("%(name)s is not a list"), name=name)
    if len(value) > LONGEST_LIST:
        raise refuse(_("%(name)s has more than %(limit)s items"), name=name, limit=LONGEST_LIST)
    return value


def _from_json(cell: str, name: str) -> object:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        raise refuse(_("%(name)s is not a list in JSON"), name=name) from None


def texts(row: Row, name: str, limit: int) -> tuple[str, ...]:
    """A list of lines, each once, none empty."""
    lines = (text({name: item}, name, limit) for item in items(row, name))
    return tuple(dict.fromkeys(line for line in lines if line))


def objects(row: Row, name: str) -> list[Row]:
    found = items(row, name)
    if not all(isinstance(item, dict) for item in found):
        raise refuse(_("%(name)s holds something other than objects"), name=name)
    return found
