"""Rows of one model that differ from what a record says, and the columns that do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from catalog.claims import SILENT, Claims, as_json
from catalog.importers.load.differences import Difference

# Properties of a model that are kept in two columns.
PARTS = {
    "released": ("released_on", "released_precision"),
    "ended": ("ended_on", "ended_precision"),
    "born": ("born_on", "born_precision"),
}


class Changes:
    """``differences`` tell of every field that the sources say otherwise."""

    def __init__(self, model: type[models.Model]) -> None:
        self._model = model
        self._rows: dict[Any, models.Model] = {}
        self._columns: set[str] = set()
        self.differences: list[Difference] = []

    def weigh(
        self, row: models.Model, claims: Claims, values: Mapping[str, Any], prefix: str = ""
    ) -> list[Difference]:
        """Set what the source may change, and tell what differs. ``prefix`` is put before a
        field's name in the claims."""
        differences = []
        for name, theirs in spoken(values).items():
            ours = getattr(row, name)
            is_taken = claims.weigh(prefix + name, ours, theirs)
            if as_json(ours) == as_json(theirs):
                continue
            told = Difference(prefix + name, as_json(ours), as_json(theirs), is_taken)
            differences.append(told)
            if is_taken:
                self.put(row, name, theirs)
        return differences

    def put(self, row: models.Model, name: str, value: Any) -> None:
        setattr(row, name, value)
        if row.pk is not None:
            self._rows[row.pk] = row
            self._columns.update(PARTS.get(name, (name,)))

    def save(self) -> None:
        if self._rows:
            rows = self._model._default_manager
            rows.bulk_update(self._rows.values(), sorted(self._columns), batch_size=200)


def spoken(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what the source is silent about."""
    return {name: value for name, value in values.items() if value not in SILENT}
