"""An address is verified when the link that was mailed to it is used."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from comments.models import Reply, SpamRules, State
from comments.models.reply import ReplyQuerySet
from comments.trust import is_trusted
from comments.visitor import Visitor


@transaction.atomic
def verify(reply: Reply) -> None:
    """Its author has confirmed that the reply is his: so the address is, and the browser.

    It holds for what came from that browser under that address, and for nothing else: anybody
    may have typed it elsewhere. What waited only because nobody knew him waits no longer.
    """
    same = _of_the_same(reply)
    same.filter(verified_at__isnull=True).update(verified_at=timezone.now())
    if is_trusted(Visitor(browser_key=reply.browser_key)):
        for known in same.filter(state=State.HELD, decisions__isnull=True):
            _release(known)


def _of_the_same(reply: Reply) -> ReplyQuerySet:
    one = Q(pk=reply.pk)
    if reply.browser_key and reply.email_key:
        one |= Q(browser_key=reply.browser_key, email_key=reply.email_key)
    return Reply.objects.filter(one, erased_at=None)


def _release(reply: Reply) -> None:
    """What no editor has decided on, and no check has held but that its author was new."""
    checks = {reason["check"] for reason in reply.reasons}
    if "newcomer" in checks and reply.points < SpamRules.now().hold_from:
        reply.judge(State.PUBLISHED, gettext("the author has verified the address"))
