"""The comments of a WordPress export (WXR 1.0 to 1.2), one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote

from catalog.importers.wxr import Reading, last_part, number_of, read
from catalog.importers.wxr.reading import ITEM
from comments.importers.records import Entry, Post

LONGEST_TEXT = 200_000  # characters; WordPress itself takes 65,525 bytes
HELD_AT_ONCE = 1000  # comments of an item, until all of the item is known
PINGS = {"pingback", "trackback"}
COMMENT = [*ITEM, "wp:comment"]
META = [*COMMENT, "wp:commentmeta"]
OF_ITEM = {"title", "link", "wp:post_id", "wp:post_name", "wp:status", "wp:post_password"}
# The address of the network (comment_author_IP) is not even read.
OF_COMMENT = {
    "wp:comment_id": "number",
    "wp:comment_parent": "parent",
    "wp:comment_author": "name",
    "wp:comment_author_email": "email",
    "wp:comment_author_url": "website",
    "wp:comment_date": "date",
    "wp:comment_date_gmt": "date_gmt",
    "wp:comment_content": "content",
    "wp:comment_approved": "approved",
    "wp:comment_type": "kind",
}
OF_META = {"wp:meta_key": "key", "wp:meta_value": "value"}
KEPT = ((ITEM, OF_ITEM), (COMMENT, OF_COMMENT), (META, OF_META))
OUR_META = "_dramasite_"


def read_wxr(file: BinaryIO) -> Iterator[Entry]:
    """Raises UnreadableFileError, naming the line, for what is no whole WordPress export."""
    return read(file, _Comments())


class _Comments(Reading):
    """Which comments are complete."""

    def __init__(self) -> None:
        super().__init__()
        self._item: dict[str, str] = {}
        self._comment: dict[str, str] | None = None
        self._meta: dict[str, str] = {}
        self._held: list[Entry] = []
        self._begun = 0

    def opened(self) -> None:
        if self.path == ITEM:
            self._item = {}
        elif self.path == COMMENT:
            self._comment, self._begun = {}, self.line

    def longest(self) -> int:
        above, name = self.path[:-1], self.path[-1]
        is_kept = any(above == path and name in names for path, names in KEPT)
        return LONGEST_TEXT if is_kept else 0

    def keep(self, name: str, text: str, *, is_cut: bool) -> None:
        if self.path[:-1] == ITEM:
            self._item.setdefault(name, text.strip())
        elif self.path[:-1] == META:
            self._meta[OF_META[name]] = text
        elif self._comment is not None:
            self._comment[OF_COMMENT[name]] = text
            if is_cut:
                self._comment["too_long"] = name.removeprefix("wp:")

    def closed(self) -> None:
        if self.path == META and self._comment is not None:
            self._keep_meta(self._comment)
        elif self.path == COMMENT and self._comment is not None:
            self._finish_comment(self._comment)
        elif self.path == ITEM:
            self._release()

    def _keep_meta(self, comment: dict[str, str]) -> None:
        key = self._meta.get("key", "").strip()
        if key.startswith(OUR_META):
            comment[key] = self._meta.get("value", "")
        self._meta = {}

    def _finish_comment(self, comment: dict[str, str]) -> None:
        self._comment = None
        entry = Entry(
            line=self._begun,
            number=number_of(comment.pop("number", "")),
            parent=number_of(comment.pop("parent", "")),
            is_ours=f"{OUR_META}reply" in comment,
            is_ping=comment.get("kind", "").strip() in PINGS,
            said=comment,
        )
        self._held.append(entry)
        if len(self._held) >= HELD_AT_ONCE:
            self._release()

    def _release(self) -> None:
        source, post = self.source, _post(self._item)
        for entry in self._held:
            entry.source, entry.post = source, post
        self.ready += self._held
        self._held = []


def _post(item: dict[str, str]) -> Post:
    link = item.get("link", "")
    return Post(
        number=item.get("wp:post_id", ""),
        link=link,
        slug=unquote(item.get("wp:post_name", "")) or last_part(link),
        title=item.get("title", ""),
        is_private=bool(item.get("wp:post_password")) or item.get("wp:status") == "private",
    )
