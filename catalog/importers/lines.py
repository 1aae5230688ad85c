"""Rows of a file, one by one: JSON Lines, or CSV with a header of the same names."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

LONGEST_LINE = 1_000_000  # bytes; the longest real row has about 15,000
LONGEST_CELL = 200_000


@dataclass(frozen=True, slots=True)
class Line:
    """A row and where it stands; or the raw text, and the ``problem`` that it is no row."""

    number: int
    row: Any
    problem: str = ""


class UnreadableFileError(Exception):
    """A file of which no row can be read; its text says why."""


def read_jsonl(file: BinaryIO) -> Iterator[Line]:
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            _skip_to_line_end(file)
            yield Line(number, _excerpt(raw), _("the line is too long"))
            continue
        raw = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        if raw.strip():
            yield _json_line(number, raw)


def _skip_to_line_end(file: BinaryIO) -> None:
    while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _json_line(number: int, raw: bytes) -> Line:
    try:
        return Line(number, json.loads(raw.decode(), object_pairs_hook=_each_name_once))
    except UnicodeDecodeError:
        return Line(number, _excerpt(raw), _("the line is not UTF-8"))
    except (ValueError, RecursionError) as error:
        problem = _("the line is not JSON: %s") % error
        return Line(number, _excerpt(raw), problem)


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Raises ValueError rather than let the last of two values win unseen."""
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    names = [name for name, _value in pairs]
    twice = next(name for name in names if names.count(name) > 1)
    raise ValueError(_("“%s” is named twice") % twice[:40])


def _excerpt(raw: bytes) -> str:
    return raw[:10_000].decode(errors="replace").strip()


def read_csv(file: BinaryIO) -> Iterator[Line]:
    """Raises UnreadableFileError when there is no header. A row's line is its first one."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_text_lines(file))
    header = _header(reader)
    while True:
        number = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Line(number, "", _("the line is not CSV: %s") % error)
            continue
        if any(values):
            yield _csv_line(number, header, values)


def _text_lines(file: BinaryIO) -> Iterator[str]:
    encoding = "utf-8-sig"
    while raw := file.readline(LONGEST_LINE):
        # What is not UTF-8 becomes surrogates, which a row is refused for: that row alone.
        yield raw.decode(encoding, errors="surrogateescape")
        encoding = "utf-8"


def _header(reader: Any) -> list[str]:
    try:
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise UnreadableFileError(_("the first line is not CSV: %s") % error) from None
    if len(set(header)) < len(header):
        raise UnreadableFileError(_("a column is named twice in the first line"))
    return header


def _csv_line(number: int, header: list[str], values: list[str]) -> Line:
    if len(values) != len(header):
        problem = _("the row has %(found)s cells, the header %(expected)s")
        return Line(number, values, problem % {"found": len(values), "expected": len(header)})
    return Line(number, dict(zip(header, values, strict=True)))


def csv_columns(file: BinaryIO) -> list[str]:
    """The names in the header; the file is back at its beginning afterwards."""
    first = file.readline(LONGEST_LINE).decode("utf-8-sig", errors="replace")
    file.seek(0)
    return _header(csv.reader([first]))


READERS: dict[str, Callable[[BinaryIO], Iterator[Line]]] = {"jsonl": read_jsonl, "csv": read_csv}
