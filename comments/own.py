"""The two addresses at which the author of a reply sees it, and what each lets him do.

To one he is led when he has posted: it shows him the reply for ever, and for some minutes he
may change it. The other is only ever mailed to the address that he gave: whoever holds it can
read that mail, so it does not run out, and it proves the address to be his.
"""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass, replace

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from comments.models import Reply
from comments.visitor import Visitor

CHANGEABLE = datetime.timedelta(minutes=15)
MINUTE = datetime.timedelta(minutes=1)


class _LowercaseSigner(Signer):
    """Signs in hexadecimal: addresses of this site are in small letters."""

    def signature(self, value: str | bytes, key: str | bytes | None = None) -> str:
        secret = self.key if key is None else key
        return salted_hmac(self.salt, value, secret, algorithm="sha256").hexdigest()


_own = _LowercaseSigner(salt="comments.own", sep=".")
_mailed = _LowercaseSigner(salt="comments.manage", sep=".")


@dataclass(frozen=True, slots=True)
class Own:
    """A reply as its author has opened it, by what was ``signed``."""

    reply: Reply
    signed: str
    is_mailed: bool

    @property
    def may_be_changed(self) -> bool:
        return self.reply.may_be_changed and (self.is_mailed or self.minutes_left > 0)

    @property
    def minutes_left(self) -> int:
        """In which one may change it who was led here. A clock set back gives no more of them."""
        left = CHANGEABLE - abs(timezone.now() - self.reply.created_at)
        return max(0, math.ceil(left / MINUTE))

    def author(self, visitor: Visitor) -> Visitor:
        """He who reads the author's mail is who used the author's browser, for good or ill."""
        browser_key = self.reply.browser_key if self.is_mailed else ""
        return replace(visitor, browser_key=browser_key) if browser_key else visitor


def own_address(reply: Reply) -> str:
    """A path that cannot be guessed; it never expires, so nothing is lost overnight."""
    return reverse("own_reply", args=[_own.sign(str(reply.pk))])


def manage_address(reply: Reply) -> str:
    """The path with which the author may correct, withdraw and verify at any time.

    For mail to ``reply.address`` and for nothing else: who can open it owns that address.
    """
    return reverse("own_reply", args=[_mailed.sign(str(reply.pk))])


def opened(signed: str) -> Own | None:
    """The reply whose number was signed, or None for what we did not sign, or have no more."""
    for signer, is_mailed in ((_own, False), (_mailed, True)):
        try:
            number = int(signer.unsign(signed))
        except BadSignature:
            continue
        reply = Reply.objects.select_related("drama").filter(pk=number, erased_at=None).first()
        return Own(reply, signed, is_mailed) if reply else None
    return None
