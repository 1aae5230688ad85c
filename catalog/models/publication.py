"""When visitors may read something: what dramas and plain pages have in common."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LATER = datetime.datetime.max.replace(tzinfo=datetime.UTC)


class Publication(models.TextChoices):
    DRAFT = "draft", _("draft")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")


def until() -> models.DateTimeField:
    """The field ``unpublish_at``: from then on visitors may not read it, whatever its state."""
    return models.DateTimeField(
        _("shown until"),
        null=True,
        blank=True,
        help_text=_("When empty, for good. Afterwards its page is gone, and everything is kept."),
    )


def visible(at: datetime.datetime | None = None, of: str = "") -> Q:
    """What visitors may read at that time, or now: the one definition of it.

    ``of`` leads from the rows that are asked for to the noun, such as "drama__".
    """
    now = at or timezone.now()
    state, end = f"{of}publication", f"{of}unpublish_at"
    out = {state: Publication.SCHEDULED, f"{of}publish_at__lte": now}
    begun = Q(**{state: Publication.PUBLISHED}) | Q(**out)
    return begun & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": now}))


def scheduled_for_a_time(name: str) -> models.CheckConstraint:
    has_time = ~Q(publication=Publication.SCHEDULED) | Q(publish_at__isnull=False)
    return models.CheckConstraint(condition=has_time, name=name)


def this_second() -> datetime.datetime:
    """As much of a time as a form gives back."""
    return timezone.now().replace(microsecond=0)


def published_since(noun: Any) -> datetime.datetime | None:
    """When it is published: of what is published already, a time that is past."""
    now = this_second()
    is_out = noun.publication == Publication.PUBLISHED
    return now if is_out and (noun.publish_at or LATER) > now else noun.publish_at
