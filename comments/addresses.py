"""Email addresses: sealed at rest, and looked up by a keyed hash.

An address is in clear only in the form that takes it and in the mail that is sent to it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.views.decorators.debug import sensitive_variables


class UnreadableAddressError(Exception):
    """What was sealed opens with none of the keys that are set now."""


@sensitive_variables()
def seal(address: str) -> str:
    """The address, encrypted with the first key: another text each time; empty stays empty."""
    return _box().encrypt(address.encode()).decode() if address else ""


@sensitive_variables()
def unseal(sealed: str) -> str:
    """The address again, by whichever key sealed it. Raises UnreadableAddressError."""
    if not sealed:
        return ""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        # "from None": a traceback is read by more people than an address may be.
        raise UnreadableAddressError from None


@sensitive_variables()
def sealed_anew(sealed: str) -> str:
    """Under the first key; as it is where that sealed it. Raises UnreadableAddressError."""
    if not sealed or _opens(sealed):
        return sealed
    try:
        return _box().rotate(sealed.encode()).decode()
    except InvalidToken:
        raise UnreadableAddressError from None


def _opens(sealed: str) -> bool:
    try:
        Fernet(_fernet_key(settings.ADDRESS_KEYS[0])).decrypt(sealed.encode())
    except InvalidToken:
        return False
    return True


@sensitive_variables()
def key(address: str) -> str:
    """What an address is looked up by: nobody without the pepper can test a guess."""
    return keyed_hash("address", normalised(address)) if address else ""


@sensitive_variables()
def keyed_hash(purpose: str, value: str) -> str:
    """HMAC-SHA256 under the pepper, in hex; hashes of different purposes never meet."""
    message = f"{purpose}\0{value}".encode()
    return hmac.new(settings.ADDRESS_PEPPER.encode(), message, hashlib.sha256).hexdigest()


@sensitive_variables()
def normalised(address: str) -> str:
    """One spelling for the addresses that people take to be the same."""
    return unicodedata.normalize("NFKC", address).strip().casefold()


def _box() -> MultiFernet:
    return MultiFernet([Fernet(_fernet_key(secret)) for secret in settings.ADDRESS_KEYS])


def _fernet_key(secret: str) -> bytes:
    # The operator may give any string; Fernet wants 32 bytes.
    digest = hmac.new(b"dramasite address sealing", secret.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest)
