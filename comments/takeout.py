"""What one may take along of what the site holds about him: nothing of others, and no hashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from comments.held import Held
from comments.models import Recipient, Reply, Subscription
from dramasite.absolute import on_the_site

TIMES = (
    *("created_at", "first_shown_at", "decided_at", "edited_at"),
    *("verified_at", "withdrawn_at"),
)


def taken_along(held: Held) -> dict[str, Any]:
    """For JSON. Addresses are whole if SITE_URL is set, else paths."""
    recipient = held.recipient
    replies = held.replies.prefetch_related("revisions", "decisions")
    return {
        "site": settings.SITE_NAME,
        "made_at": timezone.now(),
        "email_address": held.address,
        "replies": [_reply(reply) for reply in replies],
        "mail": _mail(recipient) if recipient else None,
        "not_in_this_file": gettext(
            "Hashes under a key of the site, which mean nothing elsewhere: of the address, and "
            "where a reply lists them, of the network, the browser and the text."
        ),
    }


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "number": reply.pk,
        "address": on_the_site(reply.get_absolute_url()) if reply.is_published else None,
        "drama": reply.drama.title,
        "drama_address": on_the_site(reply.drama.get_absolute_url()),
        "in_answer_to": reply.parent_id,
        "about_episode": reply.about_episode,
        "name": reply.name,
        "website": reply.website,
        "comment": reply.body,
        "state": reply.get_state_display(),
        **{name: getattr(reply, name) for name in TIMES},
        "points": reply.points,
        "reasons": reply.reasons_in_words,
        "earlier_texts": [_earlier(each) for each in reply.revisions.all()],
        "decisions": [
            {"state": each.get_after_display(), "made_at": each.made_at}
            for each in reply.decisions.all()
        ],
        "hashes_kept": list(_hashes(reply)),
    }


def _earlier(revision: Any) -> dict[str, Any]:
    return {
        "name": revision.name,
        "website": revision.website,
        "comment": revision.body,
        "replaced_at": revision.replaced_at,
    }


def _mail(recipient: Recipient) -> dict[str, Any]:
    subscriptions = recipient.subscriptions.select_related("drama").order_by("pk")
    return {
        "known_since": recipient.created_at,
        "never_to_be_written_to_since": recipient.refused_at,
        "refused_by_its_server": recipient.refusals,
        "told_of": [_subscription(each) for each in subscriptions],
        "mails": [
            {
                "about_reply": n.reply_id,
                "topic": n.topic,
                "progress": n.progress,
                "at": n.finished_at,
            }
            for n in recipient.notices.order_by("pk")
        ],
    }


def _subscription(subscription: Subscription) -> dict[str, Any]:
    return {
        "drama": subscription.drama.title,
        "answers_to_reply": subscription.reply_id,
        "once_a_day": subscription.is_daily,
        **{name: getattr(subscription, name) for name in ("asked_at", "confirmed_at", "ended_at")},
    }


def _hashes(reply: Reply) -> Iterator[str]:
    kept: Iterable[tuple[str, Any]] = (
        ("network", reply.network_key),
        ("browser", reply.browser_key),
        ("text", reply.fingerprint),
    )
    return (name for name, value in kept if value)
