"""Keeping revisions: one for each state that differs from the one before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import batched
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db import transaction

from catalog.models import Revision
from catalog.pictures import let_go
from catalog.revisions.state import states_of

LOT = 200  # dramas in memory
MOST = 60  # of a drama; older ones go


def note(drama_id: int, entry: LogEntry) -> Revision | None:
    """Keep what the drama is now; nothing when it is as it was kept last."""
    return _keep(drama_id, entry=entry)


def note_as_found(drama_id: int) -> Revision | None:
    """The same of what was written by others than editors: an import, a command."""
    return _keep(drama_id, is_found=True)


def _keep(drama_id: int, **how: Any) -> Revision | None:
    state = states_of([drama_id]).get(drama_id)
    if state is None:
        return None
    kept = Revision.objects.filter(drama=drama_id).order_by("-pk")
    digest = state.digest
    if kept.values_list("digest", flat=True).first() == digest:
        return None
    with transaction.atomic():
        revision = Revision.objects.create(
            drama_id=drama_id, packed=state.packed(), digest=digest, **how
        )
        revision.pictures.set([int(pk) for pk in state.words])
        _let_go_of_old_ones(drama_id)
    return revision


def note_many(ids: Collection[int], entries: Mapping[int, LogEntry] | None = None) -> int:
    """The same of many dramas, in a few queries for each lot; how many revisions were made.

    Without ``entries``, by drama, they are as found. Old ones go with the next single save.
    """
    return sum(_note_lot(lot, entries) for lot in batched(ids, LOT, strict=False))


def _note_lot(ids: Sequence[int], entries: Mapping[int, LogEntry] | None) -> int:
    kept = Revision.objects.filter(drama__in=ids).order_by("pk").values_list("drama", "digest")
    last = dict(kept)
    new = [
        (
            Revision(drama_id=pk, packed=state.packed(), digest=state.digest, **_how(pk, entries)),
            state,
        )
        for pk, state in states_of(ids).items()
        if last.get(pk) != state.digest
    ]
    Revision.objects.bulk_create([revision for revision, _state in new])
    shown = Revision.pictures.through
    shown.objects.bulk_create(
        shown(revision_id=revision.pk, picture_id=int(picture))
        for revision, state in new
        for picture in state.words
    )
    return len(new)


def _how(pk: int, entries: Mapping[int, LogEntry] | None) -> dict[str, Any]:
    return {"is_found": True} if entries is None else {"entry": entries.get(pk)}


def _let_go_of_old_ones(drama_id: int) -> None:
    old = Revision.objects.filter(drama=drama_id).order_by("-pk")[MOST:]
    for revision in list(old):
        pictures = list(revision.pictures.values_list("pk", flat=True))
        revision.delete()
        for picture in pictures:
            let_go(picture)
