"""Our own export in JSON, read back: docs/moving.md says what each field holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from catalog.importers.lines import UnreadableFileError
from catalog.importers.wxr.reading import GREATEST_NUMBER
from comments.importers.objects import objects_of
from comments.importers.records import (
    Entry,
    Post,
    RefusedReply,
    ReplyRecord,
    Source,
)
from comments.models import State
from comments.models.reply import NAME_LENGTH, WEBSITE_LENGTH
from comments.visible import is_blank

FORMAT, VERSION = "dramasite-replies", 1
MOST_EPISODES = 32_767  # what the database's small numbers hold
MOMENTS = (
    *("first_shown_at", "decided_at", "edited_at", "verified_at"),
    *("withdrawn_at", "erased_at", "thread_closed_at"),
)


def read_own(file: BinaryIO) -> Iterator[Entry]:
    """Raises UnreadableFileError, naming the line, for what is no whole export of ours."""
    found = objects_of(file, "replies")
    _line, head = next(found)
    if head.get("format") != FORMAT or head.get("version") != VERSION:
        raise UnreadableFileError(_("it is no export of replies that this version knows"))
    source = str(head.get("site", ""))[:200]
    for line, said in found:
        yield Entry(
            line=line,
            source=source,
            number=_number(said.get("id")),
            parent=_number(said.get("parent")),
            post=Post(slug=str(said.get("drama", ""))),
            is_ours=True,
            said=said,
        )


def record_of(entry: Entry) -> ReplyRecord:
    return record_from(entry.said)


def record_from(said: dict[str, Any]) -> ReplyRecord:
    """Raises RefusedReply, naming the field that is not as it must be."""
    state, created_at = said.get("state"), _moment(said, "created_at")
    if state not in State.values:
        raise RefusedReply(_("“state” is none that a reply can have"))
    if created_at is None:
        raise RefusedReply(_("“created_at” is missing"))
    is_erased = said.get("erased_at") is not None
    return ReplyRecord(
        name=_text(said, "name", NAME_LENGTH, needed=not is_erased),
        body=_text(said, "body", needed=not is_erased),
        state=state,
        created_at=created_at,
        email=_text(said, "email"),
        website=_text(said, "website", WEBSITE_LENGTH),
        about_episode=_episode(said.get("about_episode")),
        editor=_text(said, "editor"),
        **{name: _moment(said, name) for name in MOMENTS},
    )


def _text(said: dict[str, Any], name: str, longest: int = 200_000, *, needed: bool = False) -> str:
    text = said.get(name) or ""
    if not isinstance(text, str) or len(text) > longest or "\0" in text or _is_broken(text):
        raise RefusedReply(_("“%s” is no text that fits") % name)
    if needed and is_blank(text):
        raise RefusedReply(_("“%s” is missing") % name)
    return text


def _is_broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _moment(said: dict[str, Any], name: str) -> datetime.datetime | None:
    value = said.get(name)
    if value is None:
        return None
    try:
        moment = datetime.datetime.fromisoformat(value)
        return moment.astimezone(datetime.UTC) if moment.tzinfo else None
    except (TypeError, ValueError, OverflowError):
        raise RefusedReply(_("“%s” is no time such as 2026-01-31T12:00:00+00:00") % name) from None


def _episode(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or not 1 <= value <= MOST_EPISODES:
        raise RefusedReply(_("“about_episode” is no number of an episode"))
    return value


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 < value <= GREATEST_NUMBER else 0


OWN = Source(read_own, record_of)
