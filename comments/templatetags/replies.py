"""``{% replies drama %}``: what readers say of a drama, and the form to join in;
``{% latest_replies %}``: what was said last, anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import template
from django.utils.safestring import SafeString

from catalog.metadata import script
from catalog.models import Drama
from comments.avatars import avatar_of
from comments.discussion import AS_IT_COMES, discussion_of
from comments.metadata import replies_node
from comments.models import Notice, Reply
from comments.quotation import quotation
from comments.shown import Shown
from comments.views.posting import Place
from dramasite.absolute import absolute

register = template.Library()

QUOTED = 3
# Some say nothing that can be quoted, and of a lively conversation one is enough.
LOOKED_AT = 24


@register.inclusion_tag("comments/_section.html")
def replies(drama: Drama) -> dict[str, Any]:
    """The first page of threads, the way to the others, and "Leave a Reply". Two queries."""
    discussion = discussion_of(drama)
    page = discussion.page(1)
    return {
        "drama": drama,
        "count": discussion.count,
        "reading": AS_IT_COMES,
        "last_episode": discussion.last_episode,
        "threads": discussion.shown(page.object_list[0]),
        "has_more": page.has_next(),
        "is_closed": discussion.is_closed,
        "slow_minutes": discussion.terms.slow_minutes,
        "form": Place(drama).form(),
    }


@register.simple_tag(takes_context=True)
def replies_data(
    context: template.Context, drama: Drama, count: int, threads: list[Shown]
) -> SafeString:
    """What machines read of the replies that the page shows."""
    # "only" takes every variable away, and leaves the request.
    at = partial(absolute, request=context.request)  # type: ignore[attr-defined]
    return script(replies_node(drama, count, threads, at)) if threads else SafeString()


@register.simple_tag
def count_replies(*lists: Iterable[Any]) -> SafeString:
    """Lets each card of a page say how many replies there are. One query for all of them.

    The lists are of dramas, or of what has one, such as a result of a search.
    """
    cards = [card for each in lists for card in each or ()]
    shown = [drama for card in cards if (drama := getattr(card, "drama", card)) is not None]
    counts = Reply.objects.counts_of(shown) if shown else {}
    for drama in shown:
        drama.reply_count = counts.get(drama.pk, 0)
    return SafeString()


@register.inclusion_tag("comments/_avatar.html")
def avatar(reply: Reply) -> dict[str, Any]:
    """For the eye only: the name stands beside it. No query, no request."""
    return avatar_of(reply)._asdict()


@register.inclusion_tag("comments/_latest.html")
def latest_replies() -> dict[str, Any]:
    """The newest replies as quotations without spoilers, one a drama. One query."""
    newest = Reply.objects.published().select_related("drama").order_by("-created_at", "-pk")
    return {"quotations": _one_a_drama(newest[:LOOKED_AT])[:QUOTED]}


def _one_a_drama(replies: Iterable[Reply]) -> list[tuple[Reply, str]]:
    quoted: dict[int, tuple[Reply, str]] = {}
    for reply in replies:
        if reply.drama_id not in quoted and (words := quotation(reply)):
            quoted[reply.drama_id] = (reply, words)
    return list(quoted.values())


@register.inclusion_tag("comments/_mail_asked.html")
def mail_asked(reply: Reply) -> dict[str, Any]:
    """What has become of the mail that the author asked for with his reply."""
    return {"notice": Notice.objects.asked_with(reply)}
