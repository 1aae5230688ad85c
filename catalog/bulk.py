"""The same change to many dramas, and how many it really changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Drama, DramaTag, Publication, Status
from catalog.models.drama import DramaQuerySet
from catalog.revisions.log import note_many
from catalog.telling import tell_of

MOST = 5_000  # dramas: each keeps two revisions
LABELS = {"genres": "genre", "tags": "tag", "countries": "country", "networks": "network"}


@dataclass(frozen=True, slots=True)
class Change:
    """``added`` and ``removed`` are labels by the field of a drama; "" leaves a state as it is."""

    added: dict[str, list[Any]] = field(default_factory=dict)
    removed: dict[str, list[Any]] = field(default_factory=dict)
    status: str = ""
    publication: str = ""

    def __bool__(self) -> bool:
        labels = [*self.added.values(), *self.removed.values()]
        return bool(self.status or self.publication or any(labels))


def effects(dramas: DramaQuerySet, change: Change) -> Iterator[tuple[str, int]]:
    """In words, each with the number of dramas that are not so yet."""
    total = dramas.count()
    for plural, labels in change.added.items():
        having = _having(dramas, plural, labels)
        for label in labels:
            yield _("gets “%(label)s”") % {"label": label}, total - having.get(label.pk, 0)
    for plural, labels in change.removed.items():
        having = _having(dramas, plural, labels)
        for label in labels:
            yield _("loses “%(label)s”") % {"label": label}, having.get(label.pk, 0)
    if change.status:
        said = {"state": Status(change.status).label}
        yield _("status: %(state)s") % said, dramas.exclude(status=change.status).count()
    if change.publication:
        said = {"state": Publication(change.publication).label}
        yield _("publication: %(state)s") % said, _to_publish(dramas, change).count()


@transaction.atomic
def apply(dramas: DramaQuerySet, change: Change, by: Any) -> int:
    """How many dramas were chosen. Each keeps what it was and what it is as revisions."""
    keys = list(dramas.order_by("pk").values_list("pk", flat=True))
    chosen = Drama.objects.filter(pk__in=keys)
    note_many(keys)
    for plural, labels in change.removed.items():
        _pairs(plural).filter(drama__in=keys, **{f"{LABELS[plural]}__in": labels}).delete()
    for plural, labels in change.added.items():
        _add(plural, labels, keys)
    if change.status:
        chosen.update(status=change.status)
    if change.publication:
        _publish(chosen, change)
    chosen.update(changed_at=timezone.now())
    log: Any = LogEntry.objects
    said = [{"changed": {"fields": ["Many at once"]}}]
    entries = log.log_actions(by.pk, chosen.order_by("pk"), CHANGE, said) if keys else []
    note_many(keys, {int(entry.object_id): entry for entry in _each(entries)})
    return len(keys)


def _each(entries: Any) -> list[Any]:
    return entries if isinstance(entries, list) else [entries]


def _to_publish(dramas: DramaQuerySet, change: Change) -> DramaQuerySet:
    """Without those whose pictures are not described yet: they wait."""
    waiting = dramas.not_in_state(change.publication)
    if change.publication != Publication.PUBLISHED:
        return waiting
    return waiting.exclude(poster__alt="").exclude(backdrop__alt="")


def _publish(dramas: DramaQuerySet, change: Change) -> None:
    keys = list(_to_publish(dramas, change).values_list("pk", flat=True))
    Drama.objects.filter(pk__in=keys).set_publication(Publication(change.publication))
    for key in keys:
        tell_of(Drama(pk=key, publication=change.publication))


def _having(dramas: DramaQuerySet, plural: str, labels: list[Any]) -> dict[Any, int]:
    noun = LABELS[plural]
    pairs = _pairs(plural).filter(drama__in=dramas.values("pk"), **{f"{noun}__in": labels})
    return dict(pairs.order_by().values_list(noun).annotate(n=Count("drama")))


def _add(plural: str, labels: list[Any], keys: list[int]) -> None:
    pairs, noun = _pairs(plural), LABELS[plural]
    made = [
        pairs.model(drama_id=key, **{f"{noun}_id": label.pk}) for key in keys for label in labels
    ]
    pairs.bulk_create(made, ignore_conflicts=True, batch_size=500)


def _pairs(plural: str) -> QuerySet:
    if plural == "tags":
        return DramaTag.objects.all()
    return getattr(Drama, plural).through._default_manager.all()
