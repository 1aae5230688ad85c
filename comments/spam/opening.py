"""When the form was opened, as a script asked it of the site: a stamp that never runs out.

Pages are the same for everyone and kept, so none can say when it was opened. A script fetches a
stamp when somebody begins to write. Without a script, or where that fails, nothing is known, and
nothing follows from it.
"""

from __future__ import annotations

import datetime
import math
import secrets

from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.translation import ngettext

from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

LENGTH = 200  # letters that a stamp has at most
# Who types faster than that did not type, up to the seconds that a long text must have taken.
LETTERS_A_SECOND, SECONDS = 15, 3
_signer = Signer(salt="comments.opened")


def opening() -> str:
    """A stamp of this moment; no two are the same."""
    return _signer.sign(f"{math.floor(timezone.now().timestamp())}-{secrets.token_hex(8)}")


def opened_at(stamp: str) -> datetime.datetime | None:
    """None for what we did not sign."""
    try:
        moment, _dash, _number = _signer.unsign(stamp[:LENGTH]).partition("-")
    except BadSignature:
        return None
    return datetime.datetime.fromtimestamp(int(moment), tz=datetime.UTC)


def haste(said: Said, visitor: Visitor) -> Finding | None:
    """Posted sooner than it can have been written."""
    opened = opened_at(said.form.opened) if said.form else None
    if opened is None:
        return None
    seconds = (timezone.now() - opened).total_seconds()
    # The stamp counts whole seconds, rounded down: who took three is given four.
    if not 0 <= seconds < min(SECONDS, len(said.text) / LETTERS_A_SECOND):
        return None
    words = ngettext(
        "Written within %(number)d second", "Written within %(number)d seconds", _whole(seconds)
    )
    return Finding(3, words % {"number": _whole(seconds)})


def _whole(seconds: float) -> int:
    return max(1, math.ceil(seconds))
