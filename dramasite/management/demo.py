"""The demo catalogue, written into the database: dramas, conversations, drawn galleries."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone

from catalog.importers.demo import read_dramas
from catalog.importers.demo_drawing import draw_gallery_of
from catalog.importers.demo_gallery import read_galleries
from catalog.importers.load import load
from catalog.models import Drama, Source
from comments.importers.demo import DemoReply, read_replies
from comments.models import DuplicateReplyError, Reply, State


def load_demo(only: Collection[str] = ()) -> int:
    """Loads all of it, or the dramas named by their ids; how many dramas there are then."""
    today = timezone.localdate()
    records = [record for record in read_dramas(today) if not only or record.source_id in only]
    report = load(records, as_of=today)
    if report.refused:
        raise ValueError(f"the demo catalogue is at fault: {report.refused[0].reason}")
    dramas = _dramas(record.source_id for record in records)
    _load_replies(dramas)
    _order_galleries(dramas)
    return len(dramas)


def _dramas(ids: Iterable[str]) -> dict[str, Drama]:
    found = Drama.objects.filter(
        external_ids__source=Source.DEMO, external_ids__value__in=list(ids)
    ).values_list("external_ids__value", "pk")
    by_pk = Drama.objects.in_bulk([pk for _, pk in found])
    return {value: by_pk[pk] for value, pk in found}


def _load_replies(dramas: dict[str, Drama]) -> None:
    now = timezone.now()
    for slug, threads in read_replies().items():
        if slug in dramas and not dramas[slug].replies.exists():
            with transaction.atomic():
                _post(dramas[slug], threads, None, now)


def _post(
    drama: Drama, replies: Iterable[DemoReply], parent: Reply | None, now: datetime.datetime
) -> None:
    for said in replies:
        try:
            reply = Reply.objects.post(
                drama,
                parent=parent,
                name=said.name,
                email=said.email,
                website=said.website,
                body=said.body,
                created_at=now - said.age,
                state=State.PUBLISHED,
            )
        except DuplicateReplyError:
            continue
        _post(drama, said.answers, reply, now)


def _order_galleries(dramas: dict[str, Drama]) -> None:
    # Drawing takes seconds a drama: the pages are whole without, and get them as they are done.
    galleries = read_galleries()
    for slug, drama in dramas.items():
        if galleries.get(slug) and not drama.gallery.exists():
            draw_gallery_of.enqueue(drama.pk, slug)
