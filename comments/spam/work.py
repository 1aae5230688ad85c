"""Work that a browser did for its reply, while it was written: it speaks for it a little.

A script looks for a number whose hash, together with the stamp of comments/spam/opening.py and
the place of the form, begins with so many zeros. Who has no script is asked for none, and loses
nothing. Editors switch it on in the rules for spam.
"""

from __future__ import annotations

import datetime
import hashlib

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import SpamRules
from comments.pacing import Rate, TooFastError, count
from comments.spam.opening import opened_at
from comments.spam.said import FormEvidence, Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

BITS = 14  # a second or less of an ordinary telephone, in the background
LONGEST = datetime.timedelta(days=1)
DIGITS = 12


def work(said: Said, visitor: Visitor) -> Finding | None:
    """Of each stamp once: it is counted as spent, in two queries and a row."""
    form = said.form
    if form is None or not _is_done(form) or not SpamRules.now().asks_for_work:
        return None
    try:
        count("work", form.opened, Rate(1, int(LONGEST.total_seconds())))
    except TooFastError:
        return None
    return Finding(-2, _("The browser did the work that it was asked for"))


def zeros(opened: str, path: str, number: str) -> int:
    """With how many zero bits the hash begins."""
    digest = hashlib.sha256(f"{opened} {path} {number}".encode("utf-8", "replace")).digest()
    return len(digest) * 8 - int.from_bytes(digest).bit_length()


def _is_done(form: FormEvidence) -> bool:
    if not (form.work.isascii() and form.work.isdigit() and len(form.work) <= DIGITS):
        return False
    opened = opened_at(form.opened)
    if opened is None or timezone.now() - opened > LONGEST:
        return False
    return zeros(form.opened, form.path, form.work) >= BITS
