"""What follows when a subscription is confirmed."""

from __future__ import annotations

from django.db import transaction

from comments.models import Notice, Subscription, Topic
from comments.verification import verify


@transaction.atomic
def confirm(subscription: Subscription, browser_key: str, *, is_daily: bool = False) -> None:
    """``browser_key`` is of the browser that does it.

    If it is the one that had asked, its owner has shown that he reads the mailbox: then the
    reply with which he asked is verified, too. Any other browser shows nothing of the kind.
    """
    subscription.confirm(browser_key, is_daily=is_daily)
    if not browser_key or browser_key != subscription.browser_key:
        return
    asked_with = Notice.objects.filter(
        subscription=subscription,
        topic=Topic.CONFIRMATION,
        reply__browser_key=browser_key,
        reply__email_key=subscription.recipient.email_key,
    )
    for notice in asked_with.select_related("reply"):
        verify(notice.reply)
