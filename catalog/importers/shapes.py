"""JSON read into dataclasses: their type annotations say what may stand where."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from catalog.models.dates import PartialDate

# Kept: it compiles every annotation anew.
_kinds: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


def _duration(text: str) -> datetime.timedelta:
    """Read "3 days 2 hours", "1 day" or "90 minutes"."""
    words = text.split()
    pairs = zip(words[1::2], words[::2], strict=True)
    return datetime.timedelta(**{unit.removesuffix("s") + "s": int(n) for unit, n in pairs})


WRITTEN_AS_TEXT: dict[Any, Callable[[str], Any]] = {
    PartialDate: PartialDate.parse,
    datetime.date: datetime.date.fromisoformat,
    datetime.timedelta: _duration,
    Decimal: Decimal,
}


def read_json(path: Path) -> Any:
    """What the file holds. Raises ValueError, with the file's name, when it is no JSON."""
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def build[Shape](shape: type[Shape], data: Any, where: str) -> Shape:
    """One object of ``shape``. Raises ValueError naming the field, ``where`` being its owner."""
    if isinstance(data, shape):
        return data
    if not isinstance(data, dict):
        raise ValueError(f"{where}: expected an object, got {data!r}")
    kinds = _kinds(shape)
    if unknown := sorted(data.keys() - kinds.keys()):
        raise ValueError(f"{where}: unknown field {unknown[0]!r}")
    if missing := [name for name in _required(shape) if name not in data]:
        raise ValueError(f"{where}: field {missing[0]!r} is missing")
    return shape(
        **{name: _value(kinds[name], data[name], f"{where}: {name}") for name in data},
    )


def _required(shape: Any) -> list[str]:
    return [f.name for f in fields(shape) if f.default is MISSING]


def _value(kind: Any, data: Any, where: str) -> Any:
    if isinstance(kind, UnionType):
        return None if data is None else _value(get_args(kind)[0], data, where)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind)[0], data, where)
    if kind in WRITTEN_AS_TEXT:
        return _read_text(kind, data, where)
    if isinstance(kind, type) and is_dataclass(kind):
        return build(kind, data, where)
    if type(data) is not kind:
        raise ValueError(f"{where}: expected {kind.__name__}, got {data!r}")
    return data


def _tuple(kind: Any, data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError(f"{where}: expected a list, got {data!r}")
    return tuple(_value(kind, item, f"{where}[{place}]") for place, item in enumerate(data))


def _read_text(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, str):
        raise ValueError(f"{where}: expected text, got {data!r}")
    try:
        return WRITTEN_AS_TEXT[kind](data)
    except (ArithmeticError, TypeError, ValueError) as error:
        raise ValueError(f"{where}: {data!r} is no {kind.__name__}") from error
