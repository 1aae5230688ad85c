"""What goes when a row is deleted, counted rather than listed: a cast may be long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import CASCADE, PROTECT, F, Func, IntegerField, Model, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

Counts = dict[type[Model], int]


def rows_behind(rows: QuerySet, on_delete: Any = CASCADE) -> Iterator[QuerySet]:
    """The rows that refer to ``rows`` in that manner, and those that refer to them in turn."""
    for relation in rows.model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        if relation.on_delete is not on_delete or relation.related_model is rows.model:
            continue
        manager = relation.related_model._base_manager
        behind = manager.filter(**{f"{relation.field.name}__in": rows.values("pk")})
        yield behind
        if on_delete is CASCADE:
            yield from rows_behind(behind)


def counted(parts: list[QuerySet]) -> Counts:
    """How many rows of which model, in one query."""
    number = Func(F("pk"), function="COUNT", output_field=IntegerField())
    selects = [
        part.order_by().annotate(part=Value(index), n=number).values_list("part", "n")
        for index, part in enumerate(parts)
    ]
    counts: Counts = {}
    # A union would fall back to the first model's own ordering.
    for index, n in selects[0].union(*selects[1:], all=True).order_by() if selects else []:
        if n:
            model = parts[index].model
            counts[model] = counts.get(model, 0) + n
    return counts


def _phrase(model: type[Model], n: int) -> str:
    opts = model._meta
    return f"{n} {opts.verbose_name if n == 1 else opts.verbose_name_plural}"


def phrases(counts: Counts) -> list[str]:
    return [_phrase(model, n) for model, n in counts.items() if not model._meta.auto_created]


class CountedDeletion(admin.ModelAdmin):
    """Confirms a deletion with numbers, in a handful of queries whatever goes."""

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        pks = [row.pk for row in objs]
        rows = self.model._base_manager.filter(pk__in=pks)
        gone = counted(list(rows_behind(rows)))
        kept_back = counted(list(rows_behind(rows, PROTECT)))
        named: list[Any] = [self._link(row) for row in objs]
        if behind := phrases(gone):
            named.append(behind)
        model_count = {str(self.opts.verbose_name_plural): len(pks)}
        lacking = {str(m._meta.verbose_name) for m in gone if self._may_not_delete(request, m)}
        return named, model_count, lacking, phrases(kept_back)

    def _link(self, row: Model) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        address = reverse(name, args=[row.pk])
        return format_html(
            '{}: <a href="{}">{}</a>', capfirst(row._meta.verbose_name), address, row
        )

    def _may_not_delete(self, request: HttpRequest, model: type[Model]) -> bool:
        if not self.admin_site.is_registered(model):
            return False
        return not self.admin_site.get_model_admin(model).has_delete_permission(request)
