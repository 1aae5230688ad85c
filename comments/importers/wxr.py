"""The comments of a WordPress export (WXR 1.0 to 1.2), one by one.

Nothing but what is named here is kept while the file is read, so that its size does not
matter. https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-admin/includes/export.php
is what writes such a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

from django.utils.translation import gettext as _

from catalog.importers.lines import UnreadableFileError
from comments.importers.records import GREATEST_NUMBER, Entry, Post

CHUNK = 64 * 1024
LONGEST_TEXT = 200_000  # characters; WordPress itself takes 65,525 bytes
HELD_AT_ONCE = 1000  # comments of an item, until all of the item is known
NAMESPACE = re.compile(r"https?://wordpress\.org/export/1\.\d+/? ")
VERSION = re.compile(r"\d+\.\d+")
# XML allows none of them, WordPress writes them nevertheless, and no text needs them.
FORBIDDEN = bytes(code for code in range(32) if code not in b"\t\n\r")
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
PINGS = {"pingback", "trackback"}
OF_CHANNEL = {"wp:wxr_version", "wp:base_blog_url", "link"}
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
OUR_META = "_dramasite_"


def read_wxr(file: BinaryIO) -> Iterator[Entry]:
    """Raises UnreadableFileError, naming the line, for what is no whole WordPress export."""
    reading = _Reading()
    first = True
    while chunk := file.read(CHUNK):
        if first:
            reading.is_wide = chunk.startswith(UTF_16)
        first = False
        yield from reading.feed(chunk)
    yield from reading.end()


class _Reading:
    """Follows the parser: where it is, what of it is kept, and which comments are complete."""

    def __init__(self) -> None:
        self.is_wide = False
        self._path: list[str] = []
        self._text: list[str] | None = None
        self._length = 0
        self._channel: dict[str, str] = {}
        self._item: dict[str, str] = {}
        self._comment: dict[str, str] | None = None
        self._meta: dict[str, str] = {}
        self._held: list[Entry] = []
        self._ready: list[Entry] = []
        self._line = 0
        self._parser = self._make_parser()

    def _make_parser(self) -> Any:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._refuse_entities
        parser.ExternalEntityRefHandler = self._refuse_entities
        parser.SkippedEntityHandler = self._refuse_entities
        return parser

    def feed(self, chunk: bytes, *, is_last: bool = False) -> list[Entry]:
        if not self.is_wide:
            chunk = chunk.translate(None, FORBIDDEN)
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            raise self._unreadable(expat.ErrorString(error.code), error.lineno) from None
        except (LookupError, ValueError) as error:  # an encoding that Python does not know
            raise self._unreadable(str(error)) from None
        ready, self._ready = self._ready, []
        return ready

    def end(self) -> list[Entry]:
        ready = self.feed(b"", is_last=True)
        if not VERSION.fullmatch(self._channel.get("wp:wxr_version", "")):
            raise self._unreadable(_("it is no WordPress export: wp:wxr_version is missing"))
        return ready

    def _unreadable(self, why: str, line: int = 0) -> UnreadableFileError:
        line = line or self._parser.CurrentLineNumber
        return UnreadableFileError(_("line %(line)d: %(why)s") % {"line": line, "why": why})

    def _refuse_entities(self, *_args: Any) -> int:
        raise self._unreadable(_("the file declares or uses entities of its own, which is refused"))

    def _begin(self, name: str, _attributes: dict[str, str]) -> None:
        name = NAMESPACE.sub("wp:", name)
        self._path.append(name)
        if self._path == ["rss", "channel", "item"]:
            self._item = {}
        elif self._path == ["rss", "channel", "item", "wp:comment"]:
            self._comment, self._line = {}, self._parser.CurrentLineNumber
        elif self._is_kept(name):
            self._text, self._length = [], 0
            self._parser.CharacterDataHandler = self._add

    def _is_kept(self, name: str) -> bool:
        match self._path:
            case ["rss", "channel", _]:
                return name in OF_CHANNEL
            case ["rss", "channel", "item", _]:
                return name in OF_ITEM
            case ["rss", "channel", "item", "wp:comment", _]:
                return name in OF_COMMENT
            case ["rss", "channel", "item", "wp:comment", "wp:commentmeta", _]:
                return name in OF_META
        return False

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._text is not None and self._length <= LONGEST_TEXT:
            self._text.append(text)

    def _end(self, _name: str) -> None:
        name, depth = self._path[-1], len(self._path)
        if self._text is not None and self._is_kept(name):
            self._keep(name, depth)
        elif depth == 5 and name == "wp:commentmeta" and self._comment is not None:
            self._keep_meta(self._comment)
        elif depth == 4 and name == "wp:comment" and self._comment is not None:
            self._finish_comment(self._comment)
        elif depth == 3 and name == "item":
            self._release()
        self._path.pop()

    def _keep(self, name: str, depth: int) -> None:
        text = "".join(self._text or ())
        self._text, self._parser.CharacterDataHandler = None, None
        if depth == 3:
            self._channel.setdefault(name, text.strip())
        elif depth == 4:
            self._item.setdefault(name, text.strip())
        elif depth == 5 and self._comment is not None:
            self._comment[OF_COMMENT[name]] = text
            if self._length > LONGEST_TEXT:
                self._comment["too_long"] = name.removeprefix("wp:")
        elif depth == 6:
            self._meta[OF_META[name]] = text

    def _keep_meta(self, comment: dict[str, str]) -> None:
        key = self._meta.get("key", "").strip()
        if key.startswith(OUR_META):
            comment[key] = self._meta.get("value", "")
        self._meta = {}

    def _finish_comment(self, comment: dict[str, str]) -> None:
        self._comment = None
        entry = Entry(
            line=self._line,
            number=_number(comment.pop("number", "")),
            parent=_number(comment.pop("parent", "")),
            is_ours=f"{OUR_META}reply" in comment,
            is_ping=comment.get("kind", "").strip() in PINGS,
            said=comment,
        )
        self._held.append(entry)
        if len(self._held) >= HELD_AT_ONCE:
            self._release()

    def _release(self) -> None:
        source = self._channel.get("wp:base_blog_url") or self._channel.get("link", "")
        post = _post(self._item)
        for entry in self._held:
            entry.source, entry.post = source.rstrip("/")[:200], post
        self._ready += self._held
        self._held = []


def _number(text: str) -> int:
    text = text.strip()
    is_number = text.isascii() and text.isdigit() and len(text) < 20
    return int(text) if is_number and int(text) <= GREATEST_NUMBER else 0


def _post(item: dict[str, str]) -> Post:
    link = item.get("link", "")
    return Post(
        number=item.get("wp:post_id", ""),
        link=link,
        slug=unquote(item.get("wp:post_name", "")) or _last_part(link),
        title=item.get("title", ""),
        is_private=bool(item.get("wp:post_password")) or item.get("wp:status") == "private",
    )


def _last_part(link: str) -> str:
    try:
        path = urlsplit(link).path
    except ValueError:
        return ""
    return unquote(path.rstrip("/").rpartition("/")[2])
