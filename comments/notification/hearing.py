"""Who is told of a reply that visitors can read from now on."""

from __future__ import annotations

import datetime

from django.db.models import F
from django.utils import timezone

from comments.models import Notice, Progress, Reply, Subscription, Topic
from comments.notification.delivery import deliver

# What was first shown longer ago is no news, such as an import of old comments.
NEWS = datetime.timedelta(days=1)
# Once a day is in the morning, by the site's clock.
DAILY_HOUR = 7


def tell_subscribers(reply: Reply) -> None:
    """Within the transaction that publishes it. A second time tells nobody twice."""
    if not reply.is_published or reply.first_shown_at is None:
        return
    if reply.first_shown_at > timezone.now() - NEWS:
        Notice.objects.bulk_create(_notices(reply), ignore_conflicts=True)
    waiting = Notice.objects.filter(reply=reply, topic=Topic.REPLY, progress=Progress.WAITING)
    # Held meanwhile and approved again: not on top of today's mail.
    waiting.filter(is_daily=True, due_at__lt=timezone.now()).update(due_at=next_morning())
    for due_at in waiting.values_list("due_at", flat=True).distinct().order_by("due_at"):
        deliver_at(due_at)


def deliver_at(due_at: datetime.datetime) -> None:
    if due_at <= timezone.now():
        deliver.enqueue()
    else:
        deliver.using(run_after=due_at).enqueue()


def next_morning() -> datetime.datetime:
    """The next DAILY_HOUR, at the site's time."""
    now = timezone.localtime()
    today = now.replace(hour=DAILY_HOUR, minute=0, second=0, microsecond=0)
    return today if today > now else today + datetime.timedelta(days=1)


def _notices(reply: Reply) -> list[Notice]:
    now, morning = timezone.now(), next_morning()
    return [
        Notice(
            recipient_id=subscription.recipient_id,
            topic=Topic.REPLY,
            reply=reply,
            subscription=subscription,
            is_daily=subscription.is_daily,
            due_at=morning if subscription.is_daily else now,
        )
        # An answer to him is more than one reply among all: its own link comes first.
        for subscription in Subscription.objects.to_be_told_of(reply).order_by(
            "recipient", "is_daily", F("reply").asc(nulls_last=True)
        )
    ]
