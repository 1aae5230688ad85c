"""What follows when somebody who replies asks for mail.

Nothing here depends on whether the site knows the address: rows are written, and what becomes
of them is decided where they are sent. So neither the page nor its time tells anything.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from comments.models import Notice, Progress, Recipient, Reply, Subscription, Topic
from comments.notification.delivery import deliver
from comments.pacing import Rate, TooFastError, count, count_mail

EVERYBODY = "everybody"


class Wish(models.TextChoices):
    """What the form offers."""

    NOTHING = "", _("Nothing")
    ANSWERS = "answers", _("Of answers to this comment")
    ALL = "all", _("Of all replies to this drama")
    LINK = "link", _("Only send a link with which I can correct this later")


@sensitive_variables("address")
def ask(reply: Reply, address: str, wish: str, request: HttpRequest) -> None:
    """Within the transaction that writes the reply."""
    if wish == Wish.NOTHING or not address:
        return
    origin = f"{request.scheme}://{request.get_host()}"
    recipient = Recipient.objects.at(address, origin)
    Notice.objects.create(
        recipient=recipient,
        topic=Topic.CONFIRMATION,
        reply=reply,
        subscription=None if wish == Wish.LINK else _subscription(recipient, reply, wish),
        progress=_progress(request.META.get("REMOTE_ADDR", "")),
    )
    deliver.enqueue()


def _subscription(recipient: Recipient, reply: Reply, wish: str) -> Subscription:
    about = {"drama": reply.drama, "reply": reply if wish == Wish.ANSWERS else None}
    subscription, is_new = Subscription.objects.get_or_create(
        recipient=recipient, **about, defaults={"browser_key": reply.browser_key}
    )
    if not is_new and not subscription.is_active:
        subscription.ask_again(reply.browser_key)
    if _is_proven(recipient, reply) and not subscription.is_active and not recipient.has_refused:
        subscription.confirm(reply.browser_key)
    return subscription


def _is_proven(recipient: Recipient, reply: Reply) -> bool:
    """Whether this browser has shown before that it can read this mailbox."""
    if reply.verified_at is not None:
        return True
    return recipient.subscriptions.proven_by(reply.browser_key).exists()


def _progress(remote_address: str) -> Progress:
    """Held back when the network or the whole site has asked for too many lately."""
    try:
        count_mail(remote_address)
        count("mail of site", EVERYBODY, Rate.parse(settings.MAIL_RATE_SITE))
    except TooFastError:
        return Progress.HELD_BACK
    return Progress.WAITING
