"""Replies of two dramas that are one: who replied there has replied here."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from catalog.models import Drama
from comments.models import Reply, Subscription


def lead(kept: Drama, gone: Drama) -> dict[str, Any]:
    """What was led: the keys by name. What an editor decided of all replies stays with each."""
    # The same words at both are two replies still, each with its answers.
    said = Reply.objects.filter(drama=kept).values("fingerprint")
    doubled = list(Reply.objects.filter(drama=gone, fingerprint__in=said))
    for reply in doubled:
        reply.fingerprint = reply.empty_fingerprint
    Reply.objects.bulk_update(doubled, ["fingerprint"], batch_size=50)
    keys = list(Reply.objects.filter(drama=gone).values_list("pk", flat=True))
    Reply.objects.filter(drama=gone).update(drama=kept)
    return {
        "replies": keys,
        "doubled": [reply.pk for reply in doubled],
        "subscriptions": _lead_subscriptions(kept, gone),
    }


def lead_back(gone: Drama, done: dict[str, Any]) -> None:
    Reply.objects.filter(pk__in=done["replies"]).update(drama=gone)
    doubled = list(Reply.objects.filter(pk__in=done["doubled"]))
    for reply in doubled:
        reply.fingerprint = reply.make_fingerprint()
    Reply.objects.bulk_update(doubled, ["fingerprint"], batch_size=50)
    Subscription.objects.filter(pk__in=done["subscriptions"]).update(drama=gone)


def _lead_subscriptions(kept: Drama, gone: Drama) -> list[int]:
    """Whoever is told of both already is told once."""
    return [pk for pk in _keys(gone) if _is_led(pk, kept)]


def _keys(gone: Drama) -> list[int]:
    return list(Subscription.objects.filter(drama=gone).values_list("pk", flat=True))


def _is_led(pk: int, kept: Drama) -> bool:
    try:
        with transaction.atomic():
            Subscription.objects.filter(pk=pk).update(drama=kept)
    except IntegrityError:
        return False
    return True
