"""Who is banned: what he posts is kept with the spam, and he is told no more than anybody."""

from __future__ import annotations

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from comments.models import Ban
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

# More than any threshold that an editor would set.
DECISIVE = 1000


def banned(said: Said, visitor: Visitor) -> Finding | None:
    """One query."""
    keys = {"email_key": said.email_key} | visitor.keys()
    ends = list(Ban.objects.active().of(keys).values_list("until", flat=True))
    if not ends:
        return None
    if None in ends:
        return Finding(DECISIVE, _("Banned without an end"))
    last = max(end for end in ends if end is not None)
    moment = formats.date_format(timezone.localtime(last), "DATETIME_FORMAT")
    return Finding(DECISIVE, _("Banned until %(moment)s") % {"moment": moment})
