"""What is kept for the sake of mail: a part of the table in comments/retention.py."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from comments.kept import Kept, Whose
from comments.notification import expired

MAIL: tuple[Kept, ...] = (
    Kept(
        whose=Whose.REPLIES,
        model="comments.Recipient",
        fields=("email_sealed", "email_key", "refused_at", "refusals", "created_at"),
        what=_("address for mail that was asked for"),
        purpose=_("to ask whether it is its owner's, to write to it, and to keep to a refusal"),
        form=_(
            "encrypted, and beside it a hash under a key of its own; "
            "after “never write to me again” the hash alone"
        ),
        how_long=_(
            "as long as it is told of anything, and up to %(days)d days longer; a refusal for ever"
        ),
        at_the_end=_("deleted"),
        days=30,
        expire=expired.recipients,
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Subscription",
        fields=(
            *("recipient", "drama", "reply", "browser_key", "is_proven", "is_daily"),
            *("asked_at", "confirmed_at", "ended_at"),
        ),
        what=_("what an address is told of"),
        purpose=_("to write what was asked for and nothing else, and to nobody of his own words"),
        form=_("references and times; the browser that asked as a hash under the key"),
        how_long=_("until %(days)d days after it was ended, or asked for and not confirmed"),
        at_the_end=_("deleted"),
        days=30,
        expire=expired.subscriptions,
    ),
    Kept(
        whose=Whose.REPLIES,
        model="comments.Notice",
        fields=(
            *("recipient", "reply", "subscription", "topic", "is_daily", "progress"),
            *("created_at", "due_at", "finished_at"),
        ),
        what=_("which mails went to an address"),
        purpose=_("sends each once"),
        form=_("references and times"),
        how_long=_("%(days)d days"),
        at_the_end=_("deleted"),
        days=30,
        expire=expired.notices,
    ),
)
# Where links in mails lead, and the work of sending.
NOT_PERSONAL_OF_MAIL: dict[str, tuple[str, ...]] = {
    "comments.Recipient": ("origin",),
    "comments.Notice": ("attempts", "claimed_by"),
}
