"""Making the hashes of addresses anew after the pepper was changed, while the site is served.

The hash of an address is made from the sealed address, and the fingerprint from that hash. A
network and a browser are known by their hashes alone: those cannot be made anew, and are
emptied. Whether a reply still has hashes of the old pepper is seen from its fingerprint.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.db import IntegrityError, transaction
from django.views.decorators.debug import sensitive_variables

from comments import addresses
from comments.addresses import UnreadableAddressError
from comments.models import Ban, Pace, Recipient, Reply, Report, Subscription
from comments.rotation import CHANGED, UNREADABLE, batches


def key_anew() -> Counter[str]:
    """How many rows were keyed anew, and of how many the address cannot be read."""
    found: Counter[str] = Counter()
    for some in batches(Reply.objects.defer("body_html", "reasons")):
        found.update(outcome for reply in some for outcome in _key_reply_anew(reply))
    for some in batches(Recipient.objects.exclude(email_sealed="")):
        found.update(outcome for recipient in some for outcome in _key_recipient_anew(recipient))
    if found[CHANGED]:
        Pace.objects.all().delete()
        Report.objects.update(network_key="", browser_key="")
        _key_bans_anew()
    return found


def _key_bans_anew() -> None:
    """Those of addresses that a reply still has; the others would never meet anybody again."""
    for ban in Ban.objects.select_related("reply"):
        if ban.email_key and ban.reply is not None and ban.reply.email_key:
            ban.email_key = ban.reply.email_key
            ban.save(update_fields=["email_key"])
        else:
            ban.delete()


@sensitive_variables()
def _key_reply_anew(reply: Reply) -> Iterator[str]:
    before = (reply.email_key, reply.fingerprint)
    try:
        reply.email_key = addresses.key(reply.address)
    except UnreadableAddressError:
        yield UNREADABLE
        return
    fresh = reply.make_fingerprint()
    if before in ((reply.email_key, fresh), (reply.email_key, reply.empty_fingerprint)):
        return
    try:
        with transaction.atomic():
            changed = _change(reply, before, fresh)
    except IntegrityError:
        # Two whose addresses are forgotten have said the same.
        changed = _change(reply, before, reply.empty_fingerprint)
    if changed:
        yield CHANGED


def _change(reply: Reply, before: tuple[str, str], fingerprint: str) -> int:
    # Only if nobody has corrected it or forgotten its address since it was read.
    same = Reply.objects.filter(pk=reply.pk, email_key=before[0], fingerprint=before[1])
    return same.update(
        email_key=reply.email_key, fingerprint=fingerprint, network_key="", browser_key=""
    )


@sensitive_variables()
def _key_recipient_anew(recipient: Recipient) -> Iterator[str]:
    try:
        key = addresses.key(recipient.address)
    except UnreadableAddressError:
        yield UNREADABLE
        return
    if key == recipient.email_key:
        return
    # Known under the new pepper already, if he asked since it was changed.
    known = Recipient.objects.filter(email_key=key).first()
    if known is None:
        Recipient.objects.filter(pk=recipient.pk).update(email_key=key)
        recipient.subscriptions.update(browser_key="", is_proven=False)
    else:
        _hand_over(recipient, known)
    yield CHANGED


def _hand_over(recipient: Recipient, known: Recipient) -> None:
    for subscription in recipient.subscriptions.all():
        about = {"drama": subscription.drama_id, "reply": subscription.reply_id}
        if not known.subscriptions.filter(**about).exists():
            rows = Subscription.objects.filter(pk=subscription.pk)
            rows.update(recipient=known, browser_key="", is_proven=False)
    recipient.delete()
