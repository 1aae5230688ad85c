"""Marks by which a value is known again without being kept: short, the same for equal values."""

from __future__ import annotations

import datetime
import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Model

from catalog.models import Picture
from catalog.models.dates import PartialDate

Mark = str | list[str]
BYTES = 6  # of a digest: two different values have the same mark once in 10**14


def mark(value: Any) -> Mark:
    """Of what a form shows or what it has read; of several rows, their keys."""
    if isinstance(value, Picture):
        return f"{value.pk}:{mark_of_words(value.alt, value.credit)}"
    if isinstance(value, Model):
        return mark(value.pk)
    if isinstance(value, Iterable) and not isinstance(value, str | PartialDate):
        return sorted(str(getattr(row, "pk", row)) for row in value)
    return _digest(_text(value))


def mark_of_picture(picture: Picture | None) -> str:
    """The key of the picture and, behind a colon, the mark of its words."""
    return str(mark(picture)) if picture else f":{mark_of_words('', '')}"


def mark_of_words(*words: str | None) -> str:
    return _digest("\0".join(_text(word) for word in words))


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime.datetime():
            return value.astimezone(datetime.UTC).replace(microsecond=0).isoformat()
        case Decimal():
            return format(value.normalize(), "f")
        case _:
            # Browsers send line breaks of their own kind.
            return str(value).replace("\r\n", "\n").strip()


def _digest(text: str) -> str:
    digest = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=BYTES).digest()
    return urlsafe_b64encode(digest).decode()
