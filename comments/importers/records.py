"""What a source yields: one shape for every source, written by one loader."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO


class RefusedReply(Exception):  # noqa: N818  (it is no error of the program)
    """Why a reply is not taken, in words for people."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a reply stood under elsewhere; ``slug`` is the last part of its address.

    ``is_private``: not everybody could read it, nor what was said under it.
    """

    number: str = ""
    link: str = ""
    slug: str = ""
    title: str = ""
    is_private: bool = False


@dataclass(slots=True)
class Entry:
    """A reply of a file before anything of it is judged. Numbers are 0 where there is none.

    ``source`` is who numbers the replies; ``said`` is the rest, in the source's own form.
    ``is_ours``: some site of this software has written it, perhaps this one.
    """

    line: int
    source: str = ""
    number: int = 0
    parent: int = 0
    post: Post = Post()
    is_ping: bool = False
    is_ours: bool = False
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRecord:
    """``state`` is a value of ``comments.models.State``; ``editor`` the name of an account."""

    name: str
    body: str
    state: str
    created_at: datetime.datetime
    email: str = ""
    website: str = ""
    about_episode: int | None = None
    first_shown_at: datetime.datetime | None = None
    decided_at: datetime.datetime | None = None
    edited_at: datetime.datetime | None = None
    verified_at: datetime.datetime | None = None
    withdrawn_at: datetime.datetime | None = None
    thread_closed_at: datetime.datetime | None = None
    erased_at: datetime.datetime | None = None
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """``entries`` streams a file, and raises UnreadableFileError with the line for one that is
    broken anywhere; ``record`` raises RefusedReply."""

    entries: Callable[[BinaryIO], Iterator[Entry]]
    record: Callable[[Entry], ReplyRecord]
