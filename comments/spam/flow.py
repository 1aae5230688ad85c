"""How much came from the same network and the same address lately."""

from __future__ import annotations

import datetime

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Reply, State
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

LATELY = datetime.timedelta(minutes=10)
MONTH = datetime.timedelta(days=30)
# In LATELY, before it costs: many may share a network, one person writes from an address.
FROM_NETWORK, FROM_ADDRESS = 5, 3


def flow(said: Said, visitor: Visitor) -> Finding | None:
    """One query."""
    same = _same(said, visitor)
    if not same:
        return None
    now = timezone.now()
    recent = Q(created_at__gte=now - LATELY)
    counts = Reply.objects.filter(same, created_at__gte=now - MONTH).aggregate(
        network=Count("pk", filter=recent & Q(network_key=visitor.network_key)),
        address=Count("pk", filter=recent & Q(email_key=said.email_key)),
        spam=Count("pk", filter=Q(state=State.SPAM) & _surely_from_there(visitor)),
    )
    if counts["spam"]:
        return Finding(3, _("Spam came from the same network or address"))
    if visitor.network_key and counts["network"] >= FROM_NETWORK:
        return Finding(2, _("Many replies from the same network at once"))
    if said.email_key and counts["address"] >= FROM_ADDRESS:
        return Finding(2, _("Many replies under the same address at once"))
    return None


def _surely_from_there(visitor: Visitor) -> Q:
    # Anybody can type an address: spam under it is its owner's only once that was verified.
    return Q(network_key=visitor.network_key) & ~Q(network_key="") | Q(verified_at__isnull=False)


def _same(said: Said, visitor: Visitor) -> Q | None:
    keys = {"network_key": visitor.network_key, "email_key": said.email_key}
    known = [Q(**{name: key}) for name, key in keys.items() if key]
    return known[0] | known[-1] if known else None
