"""What waits for an editor among the replies, and what was decided on one of them."""

from __future__ import annotations

from typing import Any

from django import template

from comments.models import Reply

register = template.Library()
SHOWN = 6


@register.inclusion_tag("comments/_waiting_replies.html")
def waiting_replies() -> dict[str, Any]:
    """How many replies are held, and those that have waited longest. Two queries."""
    waiting = Reply.objects.waiting().select_related("drama")
    return {
        "number": waiting.count(),
        "replies": waiting.defer("email_sealed", "email_key", "body_html")[:SHOWN],
    }


@register.inclusion_tag("comments/desk/_decisions.html", takes_context=True)
def decisions_of(context: template.Context, reply: Reply) -> dict[str, Any]:
    """Newest first. One query."""
    return {
        "decisions": list(reply.decisions.order_by("-pk")),
        "reply": reply,
        "may_decide": context["user"].has_perm("comments.change_reply"),
    }
