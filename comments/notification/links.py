"""The addresses in mails: each opens one page about one row, and nobody can make one up.

Reading them changes nothing, whoever follows them; the pages have buttons.
"""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from django.conf import settings

from comments.models import Recipient
from dramasite.signing import SignedAddress

CONFIRM = SignedAddress("mail_confirm")  # a subscription
STOP = SignedAddress("mail_stop")  # a subscription
STOP_DAILY = SignedAddress("mail_stop_daily")  # of a recipient, all that comes once a day
REFUSE = SignedAddress("mail_refuse")  # a recipient
OVERVIEW = SignedAddress("mail_overview")  # a recipient


def whole(path: str, recipient: Recipient) -> str:
    """With scheme and host: of SITE_URL, or else of where the recipient asked."""
    return urljoin(settings.SITE_URL or recipient.origin, path)


def host(recipient: Recipient) -> str:
    """Without a port: the right-hand side of the ids of mails."""
    return urlsplit(whole("/", recipient)).hostname or "localhost"
