"""Who is banned: what he posts is kept with the spam, and he is told no more than anybody."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from comments.models import Ban
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import NOBODY, Visitor
from dramasite.prepared import Prepared

# More than any threshold that an editor would set.
DECISIVE = 1000


def banned(said: Said, visitor: Visitor) -> Finding | None:
    """One query, and a second one for those who are."""
    keys = {"email_key": said.email_key} | visitor.keys()
    known = {name: key or NOBODY for name, key in keys.items()}
    if not _active.ask(**known, now=timezone.now()):
        return None
    ends = list(Ban.objects.active().of(keys).values_list("until", flat=True))
    if not ends:
        return None
    if None in ends:
        return Finding(DECISIVE, _("Banned without an end"))
    last = max(end for end in ends if end is not None)
    moment = formats.date_format(timezone.localtime(last), "DATETIME_FORMAT")
    return Finding(DECISIVE, _("Banned until %(moment)s") % {"moment": moment})


@Prepared
def _active(
    email_key: str, browser_key: str, network_key: str, now: datetime.datetime
) -> QuerySet[Ban, tuple[int]]:
    keys = {"email_key": email_key, "browser_key": browser_key, "network_key": network_key}
    return Ban.objects.active(now).of(keys).values_list("pk")[:1]
