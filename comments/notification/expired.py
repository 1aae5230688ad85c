"""What of mail is past its time; the rules are applied by comments/retention.py."""

from __future__ import annotations

import datetime

from django.db.models import Q

from comments.expired import Expired
from comments.models import Notice, Recipient, Subscription


def subscriptions(before: datetime.datetime) -> Expired:
    """Asked for and never confirmed, or ended."""
    over = Q(confirmed_at__isnull=True, asked_at__lt=before) | Q(ended_at__lt=before)
    return Expired(Subscription.objects.filter(over), lambda some: some.delete())


def notices(before: datetime.datetime) -> Expired:
    """Also such as never went out, because the reply was never shown again."""
    return Expired(Notice.objects.filter(created_at__lt=before), lambda some: some.delete())


def recipients(before: datetime.datetime) -> Expired:
    """Who is told of nothing any more. That one wants no mail is not forgotten."""
    idle = Recipient.objects.filter(
        created_at__lt=before,
        refused_at__isnull=True,
        subscriptions__isnull=True,
        notices__isnull=True,
    )
    # Asked once more when each is taken: somebody may have subscribed since.
    return Expired(idle, lambda some: Recipient.objects.filter(pk__in=some.values("pk")).delete())
