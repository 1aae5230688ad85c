"""``{% replies drama %}``: what readers say of a drama, and the form to join in."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from catalog.models import Drama
from comments.discussion import discussion_of
from comments.forms import ReplyForm

register = template.Library()


@register.inclusion_tag("comments/_section.html")
def replies(drama: Drama) -> dict[str, Any]:
    """The first page of threads, the way to the others, and "Leave a Reply". Two queries."""
    discussion = discussion_of(drama)
    page = discussion.page(1)
    return {
        "drama": drama,
        "count": discussion.count,
        "threads": discussion.shown(page.object_list[0]),
        "has_more": page.has_next(),
        "is_closed": discussion.is_closed,
        "form": ReplyForm(action=reverse("replies", args=[drama.slug])),
    }
