"""Keeping revisions: one for each state that differs from the one before."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.models import LogEntry
from django.db import transaction

from catalog.models import Revision
from catalog.pictures import let_go
from catalog.revisions.state import states_of

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


def _let_go_of_old_ones(drama_id: int) -> None:
    old = Revision.objects.filter(drama=drama_id).order_by("-pk")[MOST:]
    for revision in list(old):
        pictures = list(revision.pictures.values_list("pk", flat=True))
        revision.delete()
        for picture in pictures:
            let_go(picture)
