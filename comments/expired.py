"""What of the personal data is past its time, and how it is forgotten.

Each rule gets the moment before which things are too old. The rows that it names must be
fewer once they are forgotten, so that a rule can be applied again without harm.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django_tasks_db.models import DBTaskResult

from comments.erasure import UNANSWERED, empty, erase_or_empty
from comments.models import Ban, Pace, Reply, Report, Revision, State, Subscription

BATCH = 500


@dataclass(frozen=True, slots=True)
class Expired:
    """``forget`` is given some of the rows and leaves none of them among ``rows``."""

    rows: QuerySet[Any]
    forget: Callable[[QuerySet[Any]], object]

    def forget_all(self, batch: int = BATCH) -> int:
        """In transactions of so many rows: whoever posts meanwhile waits for one of them at most.

        The newest go first, so that answers go before what they answer. The number of rows;
        those that others took away in between are counted too.
        """
        forgotten, last = 0, None
        while keys := self._next(last, batch):
            with transaction.atomic():
                self.forget(self.rows.filter(pk__in=keys))
            forgotten, last = forgotten + len(keys), keys[-1]
        return forgotten

    def _next(self, last: Any, batch: int) -> list[Any]:
        rows = self.rows if last is None else self.rows.filter(pk__lt=last)
        return list(rows.order_by("-pk").values_list("pk", flat=True)[:batch])


def spam(before: datetime.datetime) -> Expired:
    """By when it was decided; what no editor has looked at, by when it came."""
    spam = Reply.objects.filter(state=State.SPAM)
    old = Q(decided_at__lt=before) | Q(decided_at=None, created_at__lt=before)
    # The place of a spam is there only for its answers, which may have gone since.
    return Expired(spam.filter(old, Q(erased_at=None) | UNANSWERED), erase_or_empty)


def withdrawn_replies(before: datetime.datetime) -> Expired:
    rows = Reply.objects.filter(erased_at=None, withdrawn_at__lt=before)
    return Expired(rows, _empty)


def removed_replies(before: datetime.datetime) -> Expired:
    rows = Reply.objects.filter(erased_at=None, state=State.REMOVED, decided_at__lt=before)
    return Expired(rows, _empty)


def _empty(some: QuerySet[Reply]) -> None:
    empty(list(some))


def networks_of_replies(before: datetime.datetime) -> Expired:
    rows = Reply.objects.filter(created_at__lt=before).exclude(network_key="")
    return Expired(rows, lambda some: some.update(network_key=""))


def browsers_of_replies(before: datetime.datetime) -> Expired:
    rows = Reply.objects.filter(created_at__lt=before).exclude(browser_key="")
    return Expired(rows, lambda some: some.update(browser_key=""))


def addresses_of_replies(before: datetime.datetime) -> Expired:
    """Of those who have not asked for mail: who did is known by his address as long as it comes."""
    told = Subscription.objects.filter(ended_at=None, recipient__email_key=OuterRef("email_key"))
    rows = Reply.objects.filter(~Exists(told), created_at__lt=before).exclude(email_key="")
    return Expired(rows, _forget_addresses)


def _forget_addresses(some: QuerySet[Reply]) -> None:
    # Not by save(): nothing that anybody is shown has changed. The fingerprint is made from the
    # key too, so it goes as well.
    replies = list(some.only("pk"))
    some.update(email_sealed="", email_key="")
    for reply in replies:
        reply.fingerprint = reply.empty_fingerprint
    # Few at a time: one statement for all of them compares each row with each.
    Reply.objects.bulk_update(replies, ["fingerprint"], batch_size=50)


def revisions(before: datetime.datetime) -> Expired:
    return Expired(Revision.objects.filter(replaced_at__lt=before), _delete)


def reports(before: datetime.datetime) -> Expired:
    forgotten = Q(network_key="", browser_key="", words="")
    rows = Report.objects.filter(made_at__lt=before).exclude(forgotten)
    return Expired(rows, lambda some: some.update(network_key="", browser_key="", words=""))


def bans(before: datetime.datetime) -> Expired:
    return Expired(Ban.objects.filter(until__lt=before), _delete)


def paces(before: datetime.datetime) -> Expired:
    return Expired(Pace.objects.filter(until__lt=before), _delete)


def sessions(before: datetime.datetime) -> Expired:
    return Expired(Session.objects.filter(expire_date__lt=before), _delete)


def tasks(before: datetime.datetime) -> Expired:
    return Expired(DBTaskResult.objects.finished().filter(finished_at__lt=before), _delete)


def notes_of_editors(before: datetime.datetime) -> Expired:
    return Expired(LogEntry.objects.filter(action_time__lt=before), _delete)


def _delete(some: QuerySet[Any]) -> None:
    some.delete()
