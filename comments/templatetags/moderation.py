"""What waits for an editor among the replies, and the past of one of them."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from comments.correction import history
from comments.models import Reply
from comments.queue import in_queue

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


@register.inclusion_tag("comments/desk/_ban_section.html", takes_context=True)
def ban_of(context: template.Context, reply: Reply) -> dict[str, Any]:
    may_ban = context["user"].has_perm("comments.add_ban")
    known = reply.browser_key or reply.email_key or reply.network_key
    back = reverse("admin:comments_reply_change", args=[reply.pk])
    return {"reply": reply, "may_ban": may_ban and known, "next": back}
