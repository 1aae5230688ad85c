"""The objects in one list of a JSON document, one by one: however many, none but one in memory."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from catalog.importers.lines import UnreadableFileError

CHUNK = 64 * 1024
LONGEST = 4_000_000  # characters of one object, or of what stands before the list
BETWEEN = re.compile(r"\s*([,\]]?)\s*")
_decoder = json.JSONDecoder()


def objects_of(file: BinaryIO, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """First what stands before the list called ``name``, then each of its objects; with lines.

    The list must be the document's last member. Raises UnreadableFileError.
    """
    reading = _Reading(file)
    yield 1, reading.head(name)
    while reading.has_more():
        yield reading.line, reading.next_object()
    reading.end()


class _Reading:
    """``text`` is what was read, used up to ``at``, which is in ``line`` of the file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._is_whole = False
        self._is_first = True
        self.text, self.at, self.line = "", 0, 1

    def head(self, name: str) -> dict[str, Any]:
        opening = re.compile(rf'"{name}"\s*:\s*\[')
        while not (found := opening.search(self.text)):
            self._read_more()
        before = self.text[: found.start()].rstrip().removesuffix(",")
        try:
            head = json.loads(before + "}")
        except ValueError as error:
            raise self._broken(str(error)) from None
        self._use_until(found.end())
        return head

    def has_more(self) -> bool:
        """Goes past the comma; False at the end of the list."""
        while (found := BETWEEN.match(self.text, self.at)) and found.end() == len(self.text):
            self._read_more()
        mark = found[1] if found else ""
        self._use_until(found.start(1) if found else self.at)
        if (mark == "," and self._is_first) or (mark == "" and not self._is_first):
            raise self._broken(_("a comma is missing, or there is one too many"))
        self._use_until(found.end() if found else self.at)
        self._is_first = False
        return mark != "]"

    def next_object(self) -> dict[str, Any]:
        while True:
            try:
                found, end = _decoder.raw_decode(self.text, self.at)
                break
            except (json.JSONDecodeError, RecursionError) as error:
                if self._is_whole or self._is_too_long or self.text[self.at] != "{":
                    # Its own place counts from the beginning of what happens to be in memory.
                    raise self._broken(getattr(error, "msg", str(error))) from None
                self._read_more()
        if not isinstance(found, dict):
            raise self._broken(_("it is no object"))
        self._use_until(end)
        return found

    def end(self) -> None:
        while not self._is_whole:
            self._read_more(may_end=True)
        if self.text[self.at :].strip() != "}":
            raise self._broken(_("something stands behind the list, or the end is missing"))

    @property
    def _is_too_long(self) -> bool:
        return len(self.text) - self.at > LONGEST

    def _read_more(self, *, may_end: bool = False) -> None:
        if (self._is_whole and not may_end) or self._is_too_long:
            raise self._broken(_("the file ends too early, or it is no export of replies"))
        self.text, self.at = self.text[self.at :], 0
        # As much again as there is: a long object is not tried at every few thousand characters.
        chunk = self._file.read(max(CHUNK, len(self.text)))
        self._is_whole = not chunk
        try:
            self.text += self._decode.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            raise self._broken(_("the file is not UTF-8")) from None

    def _use_until(self, end: int) -> None:
        self.line += self.text.count("\n", self.at, end)
        self.at = end

    def _broken(self, why: str) -> UnreadableFileError:
        told = _("line %(line)d: %(why)s") % {"line": self.line, "why": why}
        return UnreadableFileError(told)
