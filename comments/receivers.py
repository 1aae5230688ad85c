"""What follows when a reply is written or decided on. Handlers first, then the wiring."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.urls import reverse

from catalog import cards
from catalog.models import Drama
from catalog.signals import merged, unmerged
from comments import merging, reports
from comments.models import Decision, Reply, State
from comments.notification.hearing import tell_subscribers
from comments.signals import corrected, decided, posted
from comments.spam import repetition
from comments.spam.bayes import learning
from dramasite import telling

FEEDS = ("replies_atom", "replies_json")
FEEDS_OF_A_DRAMA = ("drama_replies_atom", "drama_replies_json")


def tell_hub_of_reply(instance: Reply, **kwargs: Any) -> None:
    """Of one that is or was shown; only the hub, for a page is not about its replies."""
    if not telling.is_anyone_told() or instance.first_shown_at is None:
        return
    slug = instance.drama.slug
    own = [reverse(name, args=[slug]) for name in FEEDS_OF_A_DRAMA]
    telling.tell(feeds=[*map(reverse, FEEDS), *own])


def log_decision(reply: Reply, before: State, by: Any, **kwargs: Any) -> None:
    said = {name: kwargs[name] for name in ("note", "before_at") if name in kwargs}
    Decision.objects.write(reply, before=before, by=by, **said)


def settle_reports(reply: Reply, by: Any, **kwargs: Any) -> None:
    if by is not None:
        reports.settle(reply)


def remember_its_words(reply: Reply, **kwargs: Any) -> None:
    repetition.remember(reply)


def tell_subscribers_of_reply(reply: Reply, **kwargs: Any) -> None:
    tell_subscribers(reply)


def learn_what_spam_is(reply: Reply, by: Any, **kwargs: Any) -> None:
    """From editors only: the site, and the authors, teach it nothing."""
    if by is not None:
        learning.learn_from(reply)


def lead_replies_to(kept: Drama, gone: Drama, **kwargs: Any) -> dict[str, Any]:
    return merging.lead(kept, gone)


def lead_replies_back(gone: Drama, done: dict[str, Any], **kwargs: Any) -> None:
    merging.lead_back(gone, done)


def connect() -> None:
    cards.counted["reply_count"] = Reply.objects.count_of_each()
    merged.connect(lead_replies_to, sender=Drama)
    unmerged.connect(lead_replies_back, sender=Drama)
    decided.connect(learn_what_spam_is, sender=Reply)
    decided.connect(log_decision, sender=Reply)
    decided.connect(settle_reports, sender=Reply)
    posted.connect(remember_its_words, sender=Reply)
    corrected.connect(remember_its_words, sender=Reply)
    post_save.connect(tell_hub_of_reply, sender=Reply)
    for happened in (posted, decided):
        happened.connect(tell_subscribers_of_reply, sender=Reply)
