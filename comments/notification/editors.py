"""One mail to each editor who wants it, about all that waits: at most one in an interval.

It is begun in the database before the mail server is given it, and only by one worker. If that
is killed then, nobody knows whether the mail went out, so none follows in the same interval;
the next one tells of all that came since the last that was surely taken. Its links open pages
of the desk, which ask for a log-in and act by buttons alone.
"""

from __future__ import annotations

import datetime
import logging
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import mailers
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_bidi, ngettext, override

from comments.models import ModerationRules, QueueReader, Reply
from comments.models.moderation import MailEvery
from comments.notification.headers import Letter
from comments.notification.hearing import next_morning
from comments.notification.isolation import one_line
from comments.notification.letters import Told, sender
from comments.queue import came_since, in_queue
from comments.quotation import quotation

logger = logging.getLogger(__name__)

MOST_TOLD = 10
PERMISSION = "comments.view_reply"


@task()
def tell_editors() -> int:
    """Whoever is due; how many mails the server took."""
    since = _interval_began(ModerationRules.now().mail_every)
    if since is None:
        return 0
    return sum(_tell(reader) for reader in QueueReader.objects.due(since))


def _interval_began(every: str) -> datetime.datetime | None:
    """The present one: whoever was written to since then waits for the next."""
    if every == MailEvery.HOUR:
        return timezone.now() - datetime.timedelta(hours=1)
    return next_morning() - datetime.timedelta(days=1) if every == MailEvery.DAY else None


def _tell(reader: QueueReader) -> bool:
    now = timezone.now()
    if not reader.editor.has_perm(PERMISSION) or not came_since(reader.sent_at).exists():
        return False
    letter, mailer = letter_to(reader), mailers.default
    try:
        mailer.open()
        if not QueueReader.objects.begin(reader, now):
            return False
        mailer.send_messages([letter])
    except (OSError, ValueError) as error:
        # Its words may hold the address. What was not begun is tried again in some minutes.
        logger.warning("Mail to editor %s was not sent: %s", reader.pk, type(error).__name__)
        return False
    finally:
        mailer.close()
    QueueReader.objects.filter(pk=reader.pk).update(sent_at=now)
    return True


def letter_to(reader: QueueReader) -> Letter:
    """Names and quotations without spoilers; no address, and no words of those who reported."""
    queue = urljoin(settings.SITE_URL or reader.origin, reverse("admin:comments_reply_queue"))
    waiting, number = in_queue(), in_queue().count()
    with override(settings.LANGUAGE_CODE):
        words = ngettext(
            "%(number)d reply waits: %(site)s", "%(number)d replies wait: %(site)s", number
        )
        subject = one_line(words % {"number": number, "site": settings.SITE_NAME})
        context: dict[str, Any] = {
            "told": [_told(reply, queue) for reply in waiting[:MOST_TOLD]],
            "number": number,
            "more": max(0, number - MOST_TOLD),
            "queue_address": queue,
            "site_name": settings.SITE_NAME,
            "site_address": urljoin(queue, "/"),
            "language": settings.LANGUAGE_CODE,
            "is_rtl": get_language_bidi(),
            "subject": subject,
        }
        text = render_to_string("comments/mail/queue.txt", context)
        letter = Letter(subject, text, sender(), [reader.editor.email])
        letter.attach_alternative(
            render_to_string("comments/mail/queue.html", context), "text/html"
        )
    host = urlsplit(queue).hostname or "localhost"
    letter.extra_headers = {
        "Message-ID": f"<queue-{reader.pk}.{timezone.now():%Y%m%d%H%M%S}@{host}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": settings.LANGUAGE_CODE,
    }
    return letter


def _told(reply: Reply, queue: str) -> Told:
    return Told(reply, quotation(reply), f"{queue}#reply-{reply.pk}")
