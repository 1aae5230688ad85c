"""The conversations of the demo catalogue: a file of the repository, read into threads."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from catalog.importers.shapes import build, read_json

PATH = Path(__file__).resolve().parent.parent / "demo" / "replies.json"
DEEPEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoReply:
    """``age`` is the time since the reply was written; ``answers`` are younger than it."""

    name: str
    website: str = ""
    email: str
    body: str
    age: datetime.timedelta
    answers: tuple[DemoReply, ...] = ()


def read_replies(path: Path = PATH) -> dict[str, tuple[DemoReply, ...]]:
    """The threads of each drama, by its address. Raises ValueError naming drama and field."""
    return {
        slug: tuple(
            _read_thread(data, f"{path.name}: {slug}[{place}]")
            for place, data in enumerate(threads)
        )
        for slug, threads in read_json(path).items()
    }


def _read_thread(data: object, where: str) -> DemoReply:
    reply = build(DemoReply, data, where)
    _check(reply, where, depth=1)
    return reply


def _check(reply: DemoReply, where: str, depth: int) -> None:
    if not reply.email.endswith("@example.org"):
        raise ValueError(f"{where}: email: {reply.email!r} might be somebody's")
    if depth > DEEPEST:
        raise ValueError(f"{where}: answers: deeper than {DEEPEST}")
    for place, answer in enumerate(reply.answers):
        below = f"{where}: answers[{place}]"
        if answer.age > reply.age:
            raise ValueError(f"{below}: age: older than what it answers")
        _check(answer, below, depth + 1)
