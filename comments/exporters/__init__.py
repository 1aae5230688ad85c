"""All replies, written down: the whole of it never stands in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from comments.exporters.as_csv import as_csv
from comments.exporters.as_json import as_json
from comments.exporters.as_wxr import as_wxr

Exporter = Callable[..., Iterator[str]]
# Each is called with ``with_addresses``, and yields pieces of its text.
EXPORTERS: dict[str, Exporter] = {"json": as_json, "wxr": as_wxr, "csv": as_csv}
EXTENSIONS = {"json": "json", "wxr": "xml", "csv": "csv"}
CONTENT_TYPES = {
    "json": "application/json",
    "wxr": "application/xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
}
