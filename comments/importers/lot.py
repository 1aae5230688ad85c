"""Some replies that are written together, in one transaction."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from pyroaring import BitMap64

from comments.addresses import keyed_hash
from comments.importers.family import Family
from comments.importers.posts import Attaching
from comments.importers.records import Entry, RefusedReply, ReplyRecord
from comments.models import ImportedReply, Reply, State


class Fate(StrEnum):
    TAKEN = "taken"
    THERE = "there"
    REFUSED = "refused"
    PING = "ping"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``reason`` says why a reply was refused."""

    entry: Entry
    fate: Fate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A reply that is here; ``reply`` is None for one that was deleted here."""

    reply: int | None
    drama: int | None
    created_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply that may be written, once what it answers is there."""

    entry: Entry
    drama: int
    record: ReplyRecord


@dataclass(slots=True)
class Lot:
    """``known``: what is here of the entries and of what they answer, by its number there.
    ``twins``: replies of this site whose own numbers these are; perhaps they are the same."""

    entries: Sequence[Entry]
    family: Family
    dry_run: bool = False
    known: dict[int, Known] = field(default_factory=dict)
    twins: dict[int, Known] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def look_up(self, settled: BitMap64) -> None:
        numbers = {entry.number for entry in self.entries} - {0}
        parents = {self.family.parent_of(number) for number in numbers} - {0}
        rows = ImportedReply.objects.filter(
            source=self.entries[0].source, number__in=numbers | parents
        ).values_list("number", "reply", "reply__drama", "reply__created_at")
        self.known = {row[0]: Known(*row[1:]) for row in rows}
        if self.entries[0].is_ours:
            missing = (numbers | parents) - self.known.keys()
            here = Reply.objects.filter(pk__in=missing).values_list("pk", "drama", "created_at")
            self.twins = {row[0]: Known(*row) for row in here}
            # An earlier lot has found them to be the same.
            self.known |= {n: self.twins[n] for n in parents & self.twins.keys() if n in settled}

    def judge(self, attaching: Attaching, record_of: Callable[[Entry], ReplyRecord]) -> None:
        for entry in self.entries:
            try:
                self._judge_one(entry, attaching, record_of)
            except RefusedReply as refusal:
                self.family.refuse(entry.number)
                self.outcomes.append(Outcome(entry, Fate.REFUSED, str(refusal)))

    def _judge_one(
        self, entry: Entry, attaching: Attaching, record_of: Callable[[Entry], ReplyRecord]
    ) -> None:
        if entry.is_ping:
            self.family.refuse(entry.number)
            self.outcomes.append(Outcome(entry, Fate.PING))
            return
        if not entry.number:
            raise RefusedReply(_("it has no number, or that of an earlier one"))
        if entry.number in self.known:
            self.outcomes.append(Outcome(entry, Fate.THERE))
            return
        draft = Draft(entry, attaching.drama_of(entry.post), record_of(entry))
        twin = self.twins.get(entry.number)
        if twin and (twin.drama, twin.created_at) == (draft.drama, draft.record.created_at):
            self.known[entry.number] = twin
            self.outcomes.append(Outcome(entry, Fate.THERE))
        else:
            self.drafts.append(draft)

    def write(self) -> None:
        """Parents before their answers; who has a parent that is not here yet stays a draft."""
        while ready := [draft for draft in self.drafts if self._is_ready(draft)]:
            if not self.dry_run:
                self._insert(ready)
            self.outcomes += [Outcome(draft.entry, Fate.TAKEN) for draft in ready]
            written = {draft.entry.number for draft in ready}
            self.drafts = [draft for draft in self.drafts if draft.entry.number not in written]

    def _is_ready(self, draft: Draft) -> bool:
        parent = self.family.parent_of(draft.entry.number)
        return self.dry_run or not parent or parent in self.known

    def _insert(self, drafts: Sequence[Draft]) -> None:
        editors = _editors({draft.record.editor for draft in drafts})
        replies = [self._reply(draft, editors) for draft in drafts]
        _make_distinct(drafts, replies)
        Reply.objects.bulk_create(replies)
        pairs = list(zip(drafts, replies, strict=True))
        ImportedReply.objects.bulk_create(
            ImportedReply(source=draft.entry.source, number=draft.entry.number, reply=reply)
            for draft, reply in pairs
        )
        for draft, reply in pairs:
            self.known[draft.entry.number] = Known(reply.pk, draft.drama, reply.created_at)

    def _reply(self, draft: Draft, editors: dict[str, int]) -> Reply:
        said = draft.record
        parent = self.known.get(self.family.parent_of(draft.entry.number))
        is_below = parent is not None and parent.drama == draft.drama
        is_shown = said.state == State.PUBLISHED
        reply = Reply(
            drama_id=draft.drama,
            parent_id=parent.reply if parent and is_below else None,
            name=said.name,
            website=said.website,
            body=said.body,
            state=said.state,
            created_at=said.created_at,
            first_shown_at=said.first_shown_at or (said.created_at if is_shown else None),
            decided_at=said.decided_at,
            edited_at=said.edited_at,
            verified_at=said.verified_at,
            withdrawn_at=said.withdrawn_at,
            erased_at=said.erased_at,
            thread_closed_at=said.thread_closed_at,
            about_episode=said.about_episode,
            editor_id=editors.get(said.editor),
        )
        reply.address_is(said.email)
        reply.derive()
        return reply


def _editors(names: set[str]) -> dict[str, int]:
    names.discard("")
    if not names:
        return {}
    people = get_user_model().objects.filter(username__in=names)
    return dict(people.values_list("username", "pk"))


def _make_distinct(drafts: Sequence[Draft], replies: Sequence[Reply]) -> None:
    """What somebody said twice elsewhere, and both were kept, is there twice."""
    fingerprints = {reply.fingerprint for reply in replies}
    rows = Reply.objects.filter(fingerprint__in=fingerprints, drama__in={d.drama for d in drafts})
    taken = set(rows.values_list("drama", "fingerprint"))
    for draft, reply in zip(drafts, replies, strict=True):
        if (draft.drama, reply.fingerprint) in taken:
            again = f"{draft.entry.source} {draft.entry.number}"
            reply.fingerprint = keyed_hash("imported again", again)
        taken.add((draft.drama, reply.fingerprint))
