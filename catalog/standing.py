"""How the fields of a noun stand to what its sources claim: for editors to see and to settle."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from catalog.claims import as_json
from catalog.models import ExternalId

OWN = "own"


@dataclass(frozen=True, slots=True)
class Standing:
    """A field's claims by the primary keys of the ids; ``followed`` is None when it is locked."""

    field: str
    claims: dict[int, dict[str, Any]]
    sources: dict[int, ExternalId]
    followed: int | None

    @property
    def choice(self) -> str:
        return OWN if self.followed is None else str(self.followed)

    def value(self, key: int) -> Any:
        return self.claims[key]["value"]

    def since(self, key: int) -> datetime.datetime:
        return datetime.datetime.fromisoformat(self.claims[key]["at"])


def standings(ids: Iterable[ExternalId], fields: dict[str, Any]) -> dict[str, Standing]:
    """Of the fields of which a source has spoken; ``fields`` are their present values.

    A list without an order is given as a set of names.
    """
    sources = {row.pk: row for row in ids}
    found = {}
    for field, ours in fields.items():
        claims = {
            key: row.claims[field]
            for key, row in sources.items()
            if row.claims and field in row.claims
        }
        if claims:
            followed = next((k for k, c in claims.items() if is_followed(c, ours)), None)
            found[field] = Standing(field, claims, sources, followed)
    return found


def is_followed(claim: dict[str, Any], ours: Any) -> bool:
    if claim.get("kept"):
        return False
    if isinstance(ours, set):
        folded = {name.casefold() for name in claim["value"]}
        return folded == {name.casefold() for name in ours}
    return claim["value"] == as_json(ours)


def settle(ids: Iterable[ExternalId], choices: dict[str, str]) -> None:
    """Give one source, by its id's primary key, the word on a field; or, by OWN, none of them."""
    for row in ids:
        fields = row.claims or {}
        changed = [field for field in choices if field in fields]
        for field in changed:
            fields[field].pop("kept", None)
            if choices[field] != str(row.pk):
                fields[field]["kept"] = True
        if changed:
            row.save(update_fields=["claims"])
