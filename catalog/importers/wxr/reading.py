"""Following the parser through an export: only what is named is kept, so that size does not matter.

https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-admin/includes/export.php
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

CHUNK = 64 * 1024
GREATEST_NUMBER = 2**63 - 1  # what a database can hold
NAMESPACES = (
    (re.compile(r"https?://wordpress\.org/export/1\.\d+/excerpt/? "), "excerpt:"),
    (re.compile(r"https?://wordpress\.org/export/1\.\d+/? "), "wp:"),
    (re.compile(r"http://purl\.org/rss/1\.0/modules/content/ "), "content:"),
    (re.compile(r"http://purl\.org/dc/elements/1\.1/ "), "dc:"),
)
VERSION = re.compile(r"\d+\.\d+")
# XML allows none of them, WordPress writes them nevertheless, and no text needs them.
FORBIDDEN = bytes(code for code in range(32) if code not in b"\t\n\r")
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
CHANNEL, ITEM = ["rss", "channel"], ["rss", "channel", "item"]
OF_CHANNEL = {"wp:wxr_version", "wp:base_blog_url", "wp:base_site_url", "link", "title"}


def read(file: BinaryIO, reading: Reading) -> Iterator[Any]:
    """What the reading makes of the file. Raises UnreadableFileError, naming the line, for
    what is no whole WordPress export."""
    first = True
    while chunk := file.read(CHUNK):
        if first:
            reading.is_wide = chunk.startswith(UTF_16)
        first = False
        yield from reading.feed(chunk)
    yield from reading.end()


class Reading:
    """Where the parser is, and what is ready. What is kept, and of what, each kind says itself."""

    def __init__(self) -> None:
        self.is_wide = False
        self.path: list[str] = []
        self.channel: dict[str, str] = {}
        self.ready: list[Any] = []
        self.attributes: dict[str, str] = {}
        self._text: list[str] | None = None
        self._length = self._longest = 0
        self._parser = self._make_parser()

    def opened(self) -> None:
        """An element has begun."""

    def longest(self) -> int:
        """How many characters are kept of the element that has begun; 0 for none."""
        return 0

    def keep(self, name: str, text: str, *, is_cut: bool) -> None:
        """The text of an element that is kept."""

    def closed(self) -> None:
        """An element ends, and ``path`` still ends with it."""

    @property
    def line(self) -> int:
        return self._parser.CurrentLineNumber

    def feed(self, chunk: bytes, *, is_last: bool = False) -> list[Any]:
        if not self.is_wide:
            chunk = chunk.translate(None, FORBIDDEN)
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            raise self._unreadable(expat.ErrorString(error.code), error.lineno) from None
        except (LookupError, ValueError) as error:  # an encoding that Python does not know
            raise self._unreadable(str(error)) from None
        ready, self.ready = self.ready, []
        return ready

    def end(self) -> list[Any]:
        ready = self.feed(b"", is_last=True)
        if not VERSION.fullmatch(self.channel.get("wp:wxr_version", "")):
            raise self._unreadable(_("it is no WordPress export: wp:wxr_version is missing"))
        return ready

    @property
    def source(self) -> str:
        """The address of the blog, without a slash at its end."""
        address = self.channel.get("wp:base_blog_url") or self.channel.get("link", "")
        return address.rstrip("/")[:200]

    def _make_parser(self) -> Any:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._refuse_entities
        parser.ExternalEntityRefHandler = self._refuse_entities
        parser.SkippedEntityHandler = self._refuse_entities
        return parser

    def _unreadable(self, why: str, line: int = 0) -> UnreadableFileError:
        return UnreadableFileError(
            _("line %(line)d: %(why)s") % {"line": line or self.line, "why": why}
        )

    def _refuse_entities(self, *_args: Any) -> int:
        raise self._unreadable(_("the file declares or uses entities of its own, which is refused"))

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(_short(name))
        self.opened()
        of_channel = self.path[:-1] == CHANNEL and self.path[-1] in OF_CHANNEL
        self._longest = 1000 if of_channel else self.longest()
        if self._longest:
            self._text, self._length, self.attributes = [], 0, attributes
            self._parser.CharacterDataHandler = self._add

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._text is not None and self._length <= self._longest:
            self._text.append(text)

    def _end(self, _name: str) -> None:
        if self._text is not None:
            text, self._text = "".join(self._text), None
            self._parser.CharacterDataHandler = None
            if self.path[:-1] == CHANNEL and self.path[-1] in OF_CHANNEL:
                self.channel.setdefault(self.path[-1], text.strip())
            else:
                self.keep(self.path[-1], text, is_cut=self._length > self._longest)
        self.closed()
        self.path.pop()


def _short(name: str) -> str:
    for namespace, prefix in NAMESPACES:
        if found := namespace.match(name):
            return prefix + name[found.end() :]
    return name


def number_of(text: str) -> int:
    text = text.strip()
    is_number = text.isascii() and text.isdigit() and len(text) < 20
    return int(text) if is_number and int(text) <= GREATEST_NUMBER else 0


def last_part(link: str) -> str:
    """Of an address: what its path ends with."""
    try:
        path = urlsplit(link).path
    except ValueError:
        return ""
    return unquote(path.rstrip("/").rpartition("/")[2])
