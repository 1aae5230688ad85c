"""What waits for an editor among the replies, and the past of one of them."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from comments.admin.conversation import in_words
from comments.closing import is_thread_closed
from comments.correction import history
from comments.models import Conversation, Reply
from comments.queue import in_queue
from comments.terms import terms_of

register = template.Library()
SHOWN = 6


@register.inclusion_tag("comments/_waiting_replies.html")
def waiting_replies() -> dict[str, Any]:
    """How many replies are in the queue, and those that have waited longest. Two queries."""
    waiting = in_queue()
    shown = waiting.select_related(None).prefetch_related(None)
    return {
        "number": waiting.count(),
        "replies": shown.only("name", "body", "created_at")[:SHOWN],
    }


@register.inclusion_tag("comments/desk/_decisions.html", takes_context=True)
def decisions_of(context: template.Context, reply: Reply) -> dict[str, Any]:
    """Newest first. One query."""
    return {
        "decisions": list(reply.decisions.order_by("-pk")),
        "reply": reply,
        "may_decide": context["user"].has_perm("comments.change_reply"),
    }


@register.inclusion_tag("comments/desk/_reports_section.html")
def reports_of(reply: Reply) -> dict[str, Any]:
    """Oldest first. One query."""
    return {"reports": list(reply.reports.order_by("pk"))}


@register.inclusion_tag("comments/desk/_corrections.html")
def corrections_of(reply: Reply) -> dict[str, Any]:
    """What its author has changed, newest first. One query."""
    return {"corrections": history(reply) if reply.edited_at else []}


@register.inclusion_tag("comments/desk/_conversation.html", takes_context=True)
def conversation_of(context: template.Context, reply: Reply) -> dict[str, Any]:
    """What holds where it stands. Three queries, or four where a thread is closed."""
    terms, talk = terms_of(reply.drama), Conversation.objects.filter(drama=reply.drama_id).first()
    change = talk and reverse("admin:comments_conversation_change", args=[talk.pk])
    add = f"{reverse('admin:comments_conversation_add')}?drama={reply.drama_id}"
    return {
        "reply": reply,
        "terms_in_words": in_words(terms),
        "is_closed": terms.is_closed,
        "is_thread_closed": is_thread_closed(reply),
        "may_close": context["user"].has_perm("comments.change_conversation"),
        "settings_address": change or add,
    }


@register.inclusion_tag("comments/desk/_ban_section.html", takes_context=True)
def ban_of(context: template.Context, reply: Reply) -> dict[str, Any]:
    may_ban = context["user"].has_perm("comments.add_ban")
    known = reply.browser_key or reply.email_key or reply.network_key
    back = reverse("admin:comments_reply_change", args=[reply.pk])
    return {"reply": reply, "may_ban": may_ban and known, "next": back}
