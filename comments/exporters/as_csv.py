"""CSV by RFC 4180, in which no cell is a formula to any spreadsheet.

A cell that might be taken for one, or that begins with an apostrophe, gets an apostrophe in
front. Whoever reads the file takes one off every cell that begins with it, and has the text.
https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator

from comments.exporters.replies import MOMENTS, in_lots, said
from comments.models import Reply

COLUMNS = (
    *("id", "drama", "drama_title", "parent", "name", "website", "state", "about_episode"),
    *("editor", *MOMENTS, "body"),
)
RISKY = "=+-@"
MARK = "'"


def as_csv(*, with_addresses: bool = False) -> Iterator[str]:
    columns = [*COLUMNS, *(["email"] if with_addresses else [])]
    line = _Line()
    writer = csv.DictWriter(line, columns)
    writer.writeheader()
    yield line.text
    for reply in in_lots(Reply.objects.all()):
        row = said(reply, with_addresses=with_addresses) | {"drama_title": reply.drama.title}
        writer.writerow({name: guarded(value) for name, value in row.items()})
        yield line.text


def guarded(value: object) -> str:
    text = "" if value is None else str(value)
    return f"{MARK}{text}" if _is_risky(text) else text


def unguarded(cell: str) -> str:
    return cell.removeprefix(MARK)


def _is_risky(text: str) -> bool:
    """Full-width signs, and spaces and invisible characters before one, are no way around."""
    if text.startswith((MARK, "\t", "\r", "\n")):
        return True
    shown = next((c for c in text if not c.isspace() and unicodedata.category(c)[0] != "C"), "")
    return bool(shown) and unicodedata.normalize("NFKC", shown)[0] in RISKY


class _Line:
    """What the writer has written last; it ends lines with CR and LF."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text
