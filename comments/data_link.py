"""The link to what the site holds about an address: mailed to it, good for a day.

It names the address by its keyed hash, so that no log and no history of a browser holds it.
"""

from __future__ import annotations

from django.core.signing import BadSignature
from django.urls import reverse
from django.utils import timezone

from comments.held import Held
from dramasite.signing import LowercaseSigner

ONE_DAY = 24 * 3600  # seconds
_signer = LowercaseSigner(salt="comments.data", sep=".")


class ExpiredLinkError(Exception):
    """We signed it, and more than a day ago."""


def data_path(held: Held) -> str:
    """Opens from now on for a day."""
    return reverse("data", args=[_signer.sign(f"{held.key}.{int(timezone.now().timestamp()):x}")])


def opened(signed: str) -> Held | None:
    """What it leads to, or None for what we did not sign. Raises ExpiredLinkError."""
    try:
        key, since = _signer.unsign(signed).split(".")
    except (BadSignature, ValueError):
        return None
    if timezone.now().timestamp() - int(since, 16) > ONE_DAY:
        raise ExpiredLinkError
    return Held(key)
