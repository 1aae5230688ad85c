"""What an editor has saved is looked over at once, so that its findings are those of now."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest

from catalog.models import Drama, Picture, Season
from catalog.quality.check import check_dramas, look_again


class Rechecking(admin.ModelAdmin):
    """After the commit; what goes wrong there is logged, and loses no save."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        again = partial(check_again, form.instance)
        transaction.on_commit(again, robust=True)


def check_again(row: Any) -> int:
    """Its dramas by all rules, another noun by those that spoke of it."""
    ids = _dramas_of(row)
    return check_dramas(ids) + look_again(str(row._meta.model_name), [row.pk])


def _dramas_of(row: Any) -> list[int]:
    if isinstance(row, Drama):
        return [row.pk]
    if isinstance(row, Season):
        return [row.drama_id]
    if not isinstance(row, Picture):
        return []
    shows = Q(poster=row) | Q(backdrop=row) | Q(gallery__picture=row)
    return list(Drama.objects.filter(shows).distinct().values_list("pk", flat=True))
