"""The two addresses at which the author of a reply sees it, and what each lets him do.

To one he is led when he has posted: it shows him the reply for ever, and for some minutes he
may change it. The other is only ever mailed to the address that he gave: whoever holds it can
read that mail, so it does not run out, and it proves the address to be his.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import salted_hmac

from comments.models import Reply


class _LowercaseSigner(Signer):
    """Signs in hexadecimal: addresses of this site are in small letters."""

    def signature(self, value: str | bytes, key: str | bytes | None = None) -> str:
        secret = self.key if key is None else key
        return salted_hmac(self.salt, value, secret, algorithm="sha256").hexdigest()


_own = _LowercaseSigner(salt="comments.own", sep=".")
_mailed = _LowercaseSigner(salt="comments.manage", sep=".")


@dataclass(frozen=True, slots=True)
class Key:
    """What an address opens: the reply of this number, and whether it came by mail."""

    number: int
    is_mailed: bool


def own_address(reply: Reply) -> str:
    """A path that cannot be guessed; it never expires, so nothing is lost overnight."""
    return reverse("own_reply", args=[_own.sign(str(reply.pk))])


def manage_address(reply: Reply) -> str:
    """The path with which the author may correct, withdraw and verify at any time.

    For mail to ``reply.address`` and for nothing else: who can open it owns that address.
    """
    return reverse("own_reply", args=[_mailed.sign(str(reply.pk))])


def key_of(signed: str) -> Key | None:
    """What was signed, or None for what we did not sign."""
    for signer, is_mailed in ((_own, False), (_mailed, True)):
        try:
            return Key(int(signer.unsign(signed)), is_mailed)
        except BadSignature:
            continue
    return None
