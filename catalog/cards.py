"""What cards say of a drama that its own columns do not; other apps add it, for one query."""

from __future__ import annotations

from django.db.models import Subquery

# By the name that catalog/_card.html reads; the drama is OuterRef("pk").
counted: dict[str, Subquery] = {}
