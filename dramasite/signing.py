"""Numbers in addresses that nobody else can make up."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import salted_hmac


class LowercaseSigner(Signer):
    """Signs in hexadecimal: addresses of this site are in small letters."""

    def signature(self, value: str | bytes, key: str | bytes | None = None) -> str:
        secret = self.key if key is None else key
        return salted_hmac(self.salt, value, secret, algorithm="sha256").hexdigest()


class SignedAddress:
    """The address of this name, with a signed number in it that opens no other address."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._signer = LowercaseSigner(salt=f"address.{name}", sep=".")

    def path(self, number: int) -> str:
        return reverse(self.name, args=[self._signer.sign(str(number))])

    def number(self, signed: str) -> int | None:
        """What was signed, or None for what we did not sign."""
        try:
            return int(self._signer.unsign(signed))
        except BadSignature:
            return None
