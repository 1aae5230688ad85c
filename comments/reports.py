"""Readers report a reply; several who have nothing to do with each other hold it.

Two reports are independent when they come from different networks and different browsers. A
reply that an editor let stand after reports is not held by further ones: he sees them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from comments.models import Reply, Report
from comments.pacing import Rate, TooFastError
from comments.visitor import Visitor


@transaction.atomic
def report(reply: Reply, visitor: Visitor, *, reason: str = "", words: str = "") -> None:
    """Once for each browser; what was reported already, or stands no more, changes nothing.

    Raises TooFastError for a network that reports more than ``settings.REPORT_RATE``.
    """
    stands = Reply.objects.select_for_update().get(pk=reply.pk)
    known = stands.reports.filter(browser_key=visitor.browser_key).exclude(browser_key="")
    if not stands.is_published or known.exists():
        return
    _wait_if_too_fast(visitor.network_key)
    stands.reports.create(reason=reason, words=words, **visitor.keys())
    _hold_if_several(stands)


def independent(reports: Iterable[tuple[str, str]]) -> int:
    """How many of these pairs of network and browser share neither with one before. Pure.

    Of an unknown network or browser nothing can be said, so it does not count.
    """
    networks, browsers = {""}, {""}
    number = 0
    for network, browser in reports:
        if network not in networks and browser not in browsers:
            number += 1
            networks.add(network)
            browsers.add(browser)
    return number


def settle(reply: Reply) -> None:
    """An editor has decided, and so on all that was reported of it."""
    reply.reports.unsettled().update(settled_at=timezone.now())


def _wait_if_too_fast(network_key: str) -> None:
    rate, now = Rate.parse(settings.REPORT_RATE), timezone.now()
    if not network_key:
        return
    lately = Report.objects.filter(network_key=network_key).since(now - rate.window)
    times = list(lately.order_by("-made_at").values_list("made_at", flat=True)[: rate.limit])
    if len(times) >= rate.limit:
        until = times[-1] + rate.window if times else now + rate.window
        raise TooFastError(max(1, math.ceil((until - now).total_seconds())))


def _hold_if_several(reply: Reply) -> None:
    if reply.reports.filter(settled_at__isnull=False).exists():
        return
    pairs = reply.reports.order_by("made_at", "pk").values_list("network_key", "browser_key")
    number = independent(pairs)
    if number >= settings.REPORTS_TO_HOLD:
        said = ngettext("%(n)d reader reported it", "%(n)d readers reported it", number)
        reply.hold(note=said % {"n": number})
