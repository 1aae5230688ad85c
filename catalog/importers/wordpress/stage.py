"""What an export holds, set down on disk while it is read: nothing is written to the site before
the file is known to be whole, and its size is no matter of memory."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from catalog.importers.wxr import Item
from catalog.moved import SIZED

TABLES = """
    CREATE TABLE item (
        n INTEGER PRIMARY KEY, number INTEGER, verdict TEXT, reason TEXT, creator TEXT,
        published INTEGER, day TEXT, data BLOB
    );
    CREATE INDEX by_verdict ON item (verdict, n);
    CREATE INDEX by_number ON item (number);
    CREATE TABLE file (key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
    CREATE TABLE shown (
        n INTEGER PRIMARY KEY, attachment INTEGER, key TEXT, owner INTEGER, role TEXT, alt TEXT
    );
    CREATE INDEX by_attachment ON shown (attachment);
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that a post shows; ``role`` is "featured" or "gallery"."""

    attachment: int
    owner: int
    role: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Staged:
    item: Item
    verdict: str
    reason: str


def file_key(address: str) -> str:
    """Of an upload: its place below the uploads, whatever size of it is meant."""
    try:
        path = unquote(urlsplit(address).path).lower()
    except ValueError:
        return ""
    _before, found, below = path.rpartition("/uploads/")
    return SIZED.sub("", below if found else path.lstrip("/"))


class Stage:
    """A database of its own without a name, which is gone when it is closed."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("")
        self._rows.executescript(TABLES)

    def close(self) -> None:
        self._rows.close()

    def put(self, item: Item, verdict: str, reason: str = "") -> None:
        data = zlib.compress(json.dumps(asdict(item)).encode(), 1)
        is_published = item.status in ("publish", "inherit") and not item.password
        self._rows.execute(
            "INSERT INTO item (number, verdict, reason, creator, published, day, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (item.number, verdict, reason, item.creator, is_published, item.date[:10], data),
        )
        if item.file_url:
            row = (file_key(item.file_url), item.number)
            self._rows.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", row)

    def show(self, owner: int, role: str, number: int, address: str = "", alt: str = "") -> None:
        """``number`` of the attachment; 0 where its address alone is known."""
        row = (number, file_key(address) if address else "", owner, role, alt[:300])
        self._rows.execute(
            "INSERT INTO shown (attachment, key, owner, role, alt) VALUES (?, ?, ?, ?, ?)", row
        )

    def settle(self) -> None:
        """All is read: pictures that were named by their addresses are known by number now."""
        self._rows.execute(
            "UPDATE shown SET attachment = (SELECT number FROM file WHERE file.key = shown.key)"
            " WHERE key <> '' AND key IN (SELECT key FROM file)"
        )
        self._rows.commit()

    def items(self, *verdicts: str) -> Iterator[Staged]:
        marks = ", ".join("?" * len(verdicts))
        found = self._rows.execute(
            f"SELECT verdict, reason, data FROM item WHERE verdict IN ({marks}) ORDER BY n",  # noqa: S608
            verdicts,
        )
        for verdict, reason, data in found:
            yield Staged(_item(data), verdict, reason)

    def item(self, number: int) -> Item | None:
        row = self._rows.execute("SELECT data FROM item WHERE number = ?", (number,)).fetchone()
        return _item(row[0]) if row else None

    def number_of_file(self, address: str) -> int:
        row = self._rows.execute("SELECT number FROM file WHERE key = ?", (file_key(address),))
        return (row.fetchone() or (0,))[0]

    def showing(self, attachment: int) -> list[Shown]:
        """Who shows it, in the order of the file."""
        found = self._rows.execute(
            "SELECT attachment, owner, role, alt FROM shown WHERE attachment = ? ORDER BY n",
            (attachment,),
        )
        return [Shown(*row) for row in found]

    def place_in(self, owner: int, attachment: int) -> int:
        """Its place among what the owner shows."""
        row = self._rows.execute(
            "SELECT min(n) FROM shown WHERE owner = ? AND attachment = ?", (owner, attachment)
        )
        return row.fetchone()[0] or 0

    def days(self) -> Iterator[str]:
        """On which something was published, as "2005-10-11"."""
        found = self._rows.execute(
            "SELECT DISTINCT day FROM item WHERE published AND verdict IN ('drama', 'page')"
        )
        return (day for (day,) in found)

    def creators(self) -> Iterator[tuple[str, bool]]:
        """Who has published something, and whether there is a drama among it."""
        found = self._rows.execute(
            "SELECT creator, max(verdict = 'drama') FROM item"
            " WHERE published AND verdict IN ('drama', 'page') GROUP BY creator"
        )
        return ((name, bool(has)) for name, has in found)


def _item(data: bytes) -> Item:
    said: dict[str, Any] = json.loads(zlib.decompress(data))
    said["terms"] = [tuple(term) for term in said["terms"]]
    return Item(**said)
