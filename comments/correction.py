"""An author says it otherwise. What he said before is kept for the editors.

A correction is judged as a new reply is. It never publishes: what was published may be held
again by it, or go to the spam, but nothing else.
"""

from __future__ import annotations

import datetime
import json
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from comments import addresses
from comments.models import Reply, Revision, State
from comments.signals import corrected
from comments.spam.verdict import Verdict
from dramasite.differences import Part, differences

CHANGED = ("points", "reasons", "edited_at", "fingerprint")


class OutdatedError(Exception):
    """The reply says something else by now than what the correction began with."""


class Said(NamedTuple):
    """What an author may correct."""

    name: str
    website: str
    body: str
    about_episode: int | None = None

    @property
    def texts(self) -> list[str]:
        return [self.name, self.website, self.body, str(self.about_episode or "")]


def said_in(reply: Reply | Revision) -> Said:
    return Said(reply.name, reply.website, reply.body, reply.about_episode)


def version_of(reply: Reply) -> str:
    """Another one for every text; it tells nothing of it."""
    return addresses.keyed_hash("version", json.dumps(said_in(reply)))[:16]


class Correction(NamedTuple):
    """What an editor sees of one: each text in the parts of dramasite/differences.py."""

    made_at: datetime.datetime
    name: list[Part]
    website: list[Part]
    body: list[Part]
    about_episode: list[Part]


def history(reply: Reply) -> list[Correction]:
    """Newest first. One query."""
    found, after = [], said_in(reply)
    for revision in reply.revisions.order_by("-pk"):
        before = said_in(revision)
        found.append(Correction(revision.replaced_at, *map(differences, before.texts, after.texts)))
        after = before
    return found


@transaction.atomic
def correct(reply: Reply, said: Said, version: str, verdict: Verdict) -> None:
    """Once, and only what is still as it was. Raises OutdatedError, DuplicateReplyError
    and, of what was erased meanwhile, Reply.DoesNotExist.
    """
    now = Reply.objects.select_for_update().get(pk=reply.pk)
    if not now.may_be_changed:
        raise OutdatedError
    if said == said_in(now):
        return
    if version != version_of(now):
        raise OutdatedError
    revision = Revision.objects.create(reply=now, **said_in(now)._asdict())
    _write(now, said, verdict)
    if _is_worse(verdict.state, now):
        now.judge(verdict.state, gettext("corrected by the author"))
    corrected.send(Reply, reply=now, revision=revision)


def _write(reply: Reply, said: Said, verdict: Verdict) -> None:
    reply.name, reply.website, reply.body, reply.about_episode = said
    reply.points, reply.reasons = verdict.points, verdict.fields()["reasons"]
    reply.edited_at = timezone.now()
    with reply.once():
        reply.save(update_fields=[*Said._fields, *CHANGED])


def _is_worse(state: State, reply: Reply) -> bool:
    if state == State.SPAM:
        return not reply.is_spam
    return state == State.HELD and reply.is_published
