"""Rows of one model that differ from what a record says, and the columns that do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

SILENT = ("", None, ())


class Changes:
    def __init__(self, model: type[models.Model]) -> None:
        self._model = model
        self._rows: dict[Any, models.Model] = {}
        self._columns: set[str] = set()

    def note(
        self, row: models.Model, values: Mapping[str, Any], *, fill_only: bool = False
    ) -> bool:
        """Set what differs and is not silent; with ``fill_only`` only what was empty."""
        differing = {
            column: value
            for column, value in values.items()
            if value not in SILENT
            and getattr(row, column) != value
            and not (fill_only and getattr(row, column) not in SILENT)
        }
        for column, value in differing.items():
            setattr(row, column, value)
        if differing and row.pk is not None:
            self._rows[row.pk] = row
            self._columns.update(differing)
        return bool(differing)

    def save(self) -> None:
        if self._rows:
            rows = self._model._default_manager
            rows.bulk_update(self._rows.values(), sorted(self._columns), batch_size=200)
