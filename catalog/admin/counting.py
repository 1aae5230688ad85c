"""How many rows refer to each row of a list."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet, field: str) -> Coalesce:
    """The number of ``rows`` whose ``field`` is the row of the list: counted for what is shown."""
    counts = (
        rows.filter(**{field: OuterRef("pk")})
        .order_by()
        .annotate(key=F(field))
        .values("key")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Coalesce(Subquery(counts, output_field=IntegerField()), 0)


def dramas_of(model: type[Model]) -> Coalesce:
    """The number of dramas that carry a label."""
    relation: Any = model._meta.get_field("dramas")
    through = relation.through._base_manager.all()
    return number_of(through, relation.field.m2m_reverse_field_name())
