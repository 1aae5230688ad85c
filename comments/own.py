"""The address at which the author of a reply sees it before anybody else does."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import salted_hmac

from comments.models import Reply


class _LowercaseSigner(Signer):
    """Signs in hexadecimal: addresses of this site are in small letters."""

    def signature(self, value: str | bytes, key: str | bytes | None = None) -> str:
        secret = self.key if key is None else key
        return salted_hmac(self.salt, value, secret, algorithm="sha256").hexdigest()


_signer = _LowercaseSigner(salt="comments.own", sep=".")


def own_address(reply: Reply) -> str:
    """A path that cannot be guessed; it never expires, so nothing is lost overnight."""
    return reverse("own_reply", args=[_signer.sign(str(reply.pk))])


def reply_number(signed: str) -> int | None:
    """The number that was signed, or None for what we did not sign."""
    try:
        return int(_signer.unsign(signed))
    except BadSignature:
        return None
