"""Mails the link to what the site holds about an address: in the background, to its owner alone.

Whoever asks is told the same, and waits as long, whether the site knows the address or not:
what is asked is written down sealed, and looked up here. An address of which nothing is held
gets no mail, so strangers cannot be written to; any other at most one a day, counted before it
is sent, so that a worker which is killed sends none rather than two.
"""

from __future__ import annotations

import datetime
import logging
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, mailers
from django.tasks import task
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language_bidi, gettext, override
from django.views.decorators.debug import sensitive_variables

from comments import addresses
from comments.addresses import UnreadableAddressError
from comments.data_link import data_path
from comments.held import Held
from comments.pacing import Rate, TooFastError, count

logger = logging.getLogger(__name__)

ONE_A_DAY = Rate(1, 24 * 3600)
EVERYBODY = "everybody"
WAITS = [datetime.timedelta(minutes=minutes) for minutes in (1, 10, 60, 360)]


@task(priority=10)  # somebody waits for it
@sensitive_variables()
def mail_link(sealed: str, origin: str, attempt: int = 0) -> None:
    """``origin`` is where it was asked, for links when SITE_URL is not set."""
    try:
        address = addresses.unseal(sealed)
    except UnreadableAddressError:
        return
    held = Held(addresses.key(address))
    if not _is_written_to(held) or not (attempt or _has_room(held)):
        return
    mailer = mailers.default
    try:
        mailer.open()
    except OSError as error:
        _try_later(sealed, origin, attempt, error)
        return
    try:
        mailer.send_messages([_letter(address, held, origin)])
    except Exception as error:
        # Whatever it is: its words may name the address, and a task keeps what it fails with.
        logger.warning("A link to somebody's data was not sent: %s", type(error).__name__)
    finally:
        mailer.close()


def _is_written_to(held: Held) -> bool:
    """Not strangers, and nobody who has said "never write to me again"."""
    recipient = held.recipient
    return held.is_anything and not (recipient and recipient.has_refused)


def _has_room(held: Held) -> bool:
    try:
        count("data of address", held.key, ONE_A_DAY)
        count("mail of site", EVERYBODY, Rate.parse(settings.MAIL_RATE_SITE))
    except TooFastError:
        return False
    return True


def _try_later(sealed: str, origin: str, attempt: int, error: OSError) -> None:
    if attempt < len(WAITS):
        later = timezone.now() + WAITS[attempt]
        mail_link.using(run_after=later).enqueue(sealed, origin, attempt + 1)
    else:
        logger.warning("A link to somebody's data is given up: %s", type(error).__name__)


@sensitive_variables()
def _letter(address: str, held: Held, origin: str) -> EmailMultiAlternatives:
    """It says nothing that whoever asked has typed."""
    base = settings.SITE_URL or origin
    with override(settings.LANGUAGE_CODE):
        subject = gettext("Your data at %(site)s") % {"site": settings.SITE_NAME}
        context = {
            "site_name": settings.SITE_NAME,
            "site_address": urljoin(base, "/"),
            "data_address": urljoin(base, data_path(held)),
            "language": settings.LANGUAGE_CODE,
            "is_rtl": get_language_bidi(),
            "subject": subject,
        }
        text = render_to_string("comments/mail/data.txt", context)
        letter = EmailMultiAlternatives(subject, text, to=[address])
        letter.attach_alternative(render_to_string("comments/mail/data.html", context), "text/html")
    letter.extra_headers = {"Auto-Submitted": "auto-generated"}
    return letter
