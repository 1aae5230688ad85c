"""What waits for an editor."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Count, Q
from django.utils import timezone

from catalog.models import Drama, Publication

register = template.Library()
SHOWN = 6


@register.inclusion_tag("catalog/_waiting_dramas.html")
def waiting_dramas() -> dict[str, Any]:
    """Drafts, and dramas that are scheduled and not out yet: how many, and the newest of each."""
    drafts = Q(publication=Publication.DRAFT, merged_into=None)
    scheduled = Q(publication=Publication.SCHEDULED, publish_at__gt=timezone.now())
    numbers = Drama.objects.aggregate(
        drafts=Count("pk", filter=drafts), scheduled=Count("pk", filter=scheduled)
    )
    return {
        "draft_number": numbers["drafts"],
        "scheduled_number": numbers["scheduled"],
        "drafts": Drama.objects.filter(drafts).order_by("-changed_at", "-pk")[:SHOWN],
        "scheduled": Drama.objects.filter(scheduled).order_by("publish_at", "pk")[:SHOWN],
    }
