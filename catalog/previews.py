"""Links by which a drama is seen before visitors may see it: signed, shared by whoever has one."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.core.signing import BadSignature
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from catalog.models import Drama
from catalog.models.drama import DramaQuerySet
from dramasite.signing import LowercaseSigner

GOOD_FOR = datetime.timedelta(days=7)
HOUR = 3600  # seconds; within one the link of a drama is the same

_signer = LowercaseSigner(salt="catalog.preview", sep=".")


class ExpiredError(Exception):
    """The link was good once: its time is over, or it was withdrawn."""


class Preview(NamedTuple):
    """``path`` opens the page of the drama until then."""

    path: str
    until: datetime.datetime


def preview_of(drama: Drama) -> Preview:
    """A link that is good for GOOD_FOR, and somewhat less than an hour more."""
    hour = int((timezone.now() + GOOD_FOR).timestamp()) // HOUR + 1
    signed = _signer.sign(f"{drama.pk}-{drama.preview_round}-{hour}")
    return Preview(reverse("preview", args=[signed]), _end_of(hour))


def drama_behind(signed: str) -> tuple[Drama, Preview]:
    """The drama that the link opens. Raises LookupError for one that is not ours, ExpiredError."""
    try:
        pk, preview_round, hour = map(int, _signer.unsign(signed).split("-"))
    except BadSignature:
        raise LookupError("not signed here") from None
    drama = Drama.objects.with_posters().select_related("backdrop").filter(pk=pk).first()
    if drama is None or drama.preview_round != preview_round or _end_of(hour) <= timezone.now():
        raise ExpiredError
    return drama, Preview(reverse("preview", args=[signed]), _end_of(hour))


def withdraw(dramas: DramaQuerySet) -> int:
    """No link that was made of them until now opens anything any more; how many dramas."""
    return dramas.update(preview_round=F("preview_round") + 1)


def _end_of(hour: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(hour * HOUR, datetime.UTC)
