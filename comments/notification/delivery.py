"""Sends what waits in the outbox: never twice, and whatever happens to the worker.

A notice goes WAITING → CLAIMED → HANDED → SENT, each step written before the next begins:

1. CLAIMED, by one task. If that task is no longer at work (the worker was killed), the claim is
   worth nothing and the notice waits again: no mail server has heard of it yet.
2. HANDED, when the connection to the mail server stands and the mail is about to be given to it.
   If the worker is killed now, or the line breaks, nobody can know whether the mail was taken.
   Between "perhaps twice" and "perhaps never" we choose never: it becomes LOST, and is logged.
3. SENT, when the server has said that it has it.

A server that cannot be reached or asks for patience is tried again for about three days. One
that refuses the mail for good is not; three such refusals of an address in a row end its
subscriptions.
"""

from __future__ import annotations

import contextlib
import datetime
import logging
import smtplib

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.tasks import TaskContext, task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comments.models import Notice, Progress, State, Topic
from comments.notification.headers import Letter
from comments.notification.letters import letter_of
from comments.pacing import Rate, TooFastError, count

logger = logging.getLogger(__name__)

MOST_AT_A_TIME = 50  # then other work of the worker has its turn
FIRST_WAIT = datetime.timedelta(minutes=1)  # then four times as long each time
LONGEST_WAIT = datetime.timedelta(hours=6)
MOST_ATTEMPTS = 16  # 1, 4, 16, 64 and 256 minutes, then ten times 6 hours: 66 hours in all
FOR_GOOD = range(500, 600)


# A visitor waits for it with the mailbox open; pictures and search documents can wait.
@task(takes_context=True, priority=10)
def deliver(context: TaskContext) -> int:
    """Send what is due; how many mails the server took."""
    me, sent = context.task_result.id, 0
    take_up_abandoned(me)
    for _turn in range(MOST_AT_A_TIME):
        notices = Notice.objects.claim_next(me)
        if not notices:
            return sent
        outcome = _send(notices, me)
        if outcome is None:
            return sent
        sent += outcome == Progress.SENT
    deliver.enqueue()
    return sent


def take_up_abandoned(me: str) -> None:
    """What was begun by tasks that are not at work: also by this one, before it was killed."""
    begun = Notice.objects.filter(progress__in=(Progress.CLAIMED, Progress.HANDED))
    if not begun.exists():
        return
    at_work = {str(pk) for pk in DBTaskResult.objects.running().values_list("pk", flat=True)}
    abandoned = begun.exclude(claimed_by__in=at_work - {me})
    abandoned.filter(progress=Progress.CLAIMED).update(progress=Progress.WAITING)
    lost = abandoned.filter(progress=Progress.HANDED)
    for pk in lost.values_list("pk", flat=True):
        logger.warning("Notice %s may be lost: the worker ended while it was sent", pk)
    lost.update(progress=Progress.LOST, finished_at=timezone.now())


def _send(claimed: list[Notice], me: str) -> Progress | None:
    """What became of one mail; None when the server is not to be asked for more now."""
    notices = [notice for notice in claimed if _is_wanted(notice)]
    Notice.objects.move([n for n in claimed if n not in notices], Progress.DROPPED)
    letter = _letter(notices)
    if letter is None:
        return _ended(notices, Progress.DROPPED)
    mailer = mailers.default
    try:
        mailer.open()
    except OSError as error:
        _close(mailer)
        return _try_later(notices, error, is_servers=True)
    try:
        if not Notice.objects.hand_over(notices, me):
            return Progress.CLAIMED
        mailer.send_messages([letter])
    except (OSError, ValueError) as error:
        return _answered(notices, error)
    finally:
        _close(mailer)
    notices[0].recipient.was_reached()
    return _ended(notices, Progress.SENT)


def _is_wanted(notice: Notice) -> bool:
    recipient, subscription = notice.recipient, notice.subscription
    if recipient.has_refused or not recipient.email_sealed:
        return False
    if notice.topic == Topic.REPLY:
        return subscription is not None and subscription.is_active
    if subscription is not None and not subscription.is_pending:
        return False
    # Of spam nobody asks to be told; it is the way in which strangers are bothered.
    return notice.reply.state in (State.HELD, State.PUBLISHED) and _has_room(notice)


def _has_room(notice: Notice) -> bool:
    """Counts one more mail to an address that did not confirm; a repetition is the same mail."""
    if notice.attempts:
        return True
    try:
        rate = Rate.parse(settings.MAIL_RATE_ADDRESS)
        count("mail to address", notice.recipient.email_key, rate)
    except TooFastError:
        return False
    return True


def _letter(notices: list[Notice]) -> Letter | None:
    if not notices:
        return None
    try:
        return letter_of(notices)
    except Exception:
        # One that cannot be written must not keep all others waiting behind it.
        logger.exception("Notice %s cannot be written", notices[0].pk)
        return None


def _answered(notices: list[Notice], error: Exception) -> Progress | None:
    """What the server said instead of taking the mail. Its words may hold the address: unsaid."""
    recipient = notices[0].recipient
    match error:
        case smtplib.SMTPRecipientsRefused():
            [(code, _words)] = error.recipients.values()
            if code not in FOR_GOOD:
                return _try_later(notices, error)
            recipient.was_refused_by_its_server()
            return _ended(notices, Progress.REFUSED)
        case smtplib.SMTPDataError() if error.smtp_code not in FOR_GOOD:
            return _try_later(notices, error)
        case smtplib.SMTPDataError() | ValueError():
            logger.warning("Notice %s is refused: %s", notices[0].pk, _said(error))
            return _ended(notices, Progress.REFUSED)
        case smtplib.SMTPResponseException() | smtplib.SMTPNotSupportedError():
            return _try_later(notices, error, is_servers=True)  # it does not take mail from us
    logger.warning("Notice %s may be lost: %s", notices[0].pk, _said(error))
    return _ended(notices, Progress.LOST)


def _try_later(
    notices: list[Notice], error: Exception, *, is_servers: bool = False
) -> Progress | None:
    """``is_servers``: it would say the same of any mail."""
    attempt = max(notice.attempts for notice in notices) + 1
    if attempt >= MOST_ATTEMPTS:
        logger.warning("Notice %s is given up: %s", notices[0].pk, _said(error))
        return _ended(notices, Progress.REFUSED)
    later = timezone.now() + min(FIRST_WAIT * 4 ** (attempt - 1), LONGEST_WAIT)
    Notice.objects.postpone(notices, later)
    deliver.using(run_after=later).enqueue()
    return None if is_servers else Progress.WAITING


def _said(error: Exception) -> str:
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()


def _ended(notices: list[Notice], progress: Progress) -> Progress:
    Notice.objects.move(notices, progress)
    return progress


def _close(mailer: BaseEmailBackend) -> None:
    # What was taken is taken, however the line is closed.
    with contextlib.suppress(OSError):
        mailer.close()
