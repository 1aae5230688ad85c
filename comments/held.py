"""All that the site holds about whoever has one email address, found by its keyed hash."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser

from comments.addresses import UnreadableAddressError
from comments.erasure import erase_at_wish
from comments.models import Recipient, Reply, Report
from comments.models.reply import ReplyQuerySet

HEXADECIMAL = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Held:
    """``key`` is what addresses.key() makes of the address. Raises ValueError for another text."""

    key: str

    def __post_init__(self) -> None:
        # The key of nobody would find everybody whose address was forgotten.
        if len(self.key) != 64 or not HEXADECIMAL.issuperset(self.key):
            raise ValueError("this is the key of no address")

    @property
    def replies(self) -> ReplyQuerySet:
        """Newest first."""
        mine = Reply.objects.filter(email_key=self.key)
        return mine.select_related("drama").order_by("-created_at", "-pk")

    @property
    def recipient(self) -> Recipient | None:
        """As whom the site may write to the address."""
        return Recipient.objects.filter(email_key=self.key).first()

    @property
    def is_anything(self) -> bool:
        return self.recipient is not None or self.replies.exists()

    @property
    def address(self) -> str:
        """In clear: for mail to its owner and for what he takes with him. Empty if unreadable."""
        owner = self.replies.first() or self.recipient
        try:
            return owner.address if owner else ""
        except UnreadableAddressError:
            return ""

    def erase(self, most: int, by: AbstractBaseUser | None = None) -> int:
        """At its owner's wish: the mail, and at most so many replies; how many are left.

        After "never write to me again" the hash stays, for that wish is his too.
        """
        recipient = self.recipient
        if recipient is not None and recipient.has_refused:
            recipient.notices.all().delete()
            recipient.subscriptions.all().delete()
        elif recipient is not None:
            recipient.delete()
        self._forget_reports()
        for reply in self.replies[:most]:
            erase_at_wish(reply, by)
        return self.replies.count()

    def _forget_reports(self) -> None:
        """By whom they were made, and in which words; they name browsers, and no address."""
        browsers = self.replies.exclude(browser_key="").order_by().values("browser_key")
        made = Report.objects.filter(browser_key__in=browsers)
        made.update(network_key="", browser_key="", words="")
