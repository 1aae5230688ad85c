"""How much came from the same network and the same address lately."""

from __future__ import annotations

import datetime

from django.db.models import Count, Q, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Reply, State
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import NOBODY, Visitor
from dramasite.prepared import Prepared

LATELY = datetime.timedelta(minutes=10)
MONTH = datetime.timedelta(days=30)
# In LATELY, before it costs: many may share a network, one person writes from an address.
FROM_NETWORK, FROM_ADDRESS = 5, 3


def flow(said: Said, visitor: Visitor) -> Finding | None:
    """One query."""
    if not (visitor.network_key or said.email_key):
        return None
    now = timezone.now()
    [(network, address, spam)] = _counts.ask(
        network_key=visitor.network_key or NOBODY,
        email_key=said.email_key or NOBODY,
        lately=now - LATELY,
        month=now - MONTH,
    )
    if spam:
        return Finding(3, _("Spam came from the same network or address"))
    if network >= FROM_NETWORK:
        return Finding(2, _("Many replies from the same network at once"))
    if address >= FROM_ADDRESS:
        return Finding(2, _("Many replies under the same address at once"))
    return None


@Prepared
def _counts(
    network_key: str, email_key: str, lately: datetime.datetime, month: datetime.datetime
) -> QuerySet[Reply, tuple[int, int, int]]:
    there, under = Q(network_key=network_key), Q(email_key=email_key)
    # Without these a partial index is not known to hold all that is asked for.
    same = there & ~Q(network_key="") | under & ~Q(email_key="")
    recent = Q(created_at__gte=lately)
    # Anybody can type an address: spam under it is its owner's only once that was verified.
    surely = Q(state=State.SPAM) & (there | Q(verified_at__isnull=False))
    found = Reply.objects.filter(same, created_at__gte=month).order_by()
    return (
        found.values(everything=Value(1))
        .annotate(
            from_network=Count("pk", filter=recent & there),
            from_address=Count("pk", filter=recent & under),
            of_spam=Count("pk", filter=surely),
        )
        .values_list("from_network", "from_address", "of_spam")
    )
