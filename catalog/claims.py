"""What sources claim of a noun, field by field: the value, since when, and whose word stands.

One source at a time has the word on a field: the first that named it. As long as the field
is what that source said, a new import may change it. When it is something else, somebody
here has changed it: from then on the claim is ``kept`` against, until an editor releases it.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Any

from catalog.models.dates import PartialDate
from catalog.models.source import ExternalId

SILENT = ("", None, ())


def as_json(value: Any) -> Any:
    """A field's value as claims keep it."""
    if isinstance(value, PartialDate | datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value


def moment(time: datetime.datetime) -> str:
    """As claims keep it: in UTC, to the second."""
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Claims:
    """Those of one source about one noun, ``others`` being the ids it has at other sources.

    A field's claim is ``{"value": …, "at": …}``, with ``"kept": true`` while it is not followed.
    """

    __slots__ = ("_at", "_is_of_old", "_others", "fields", "is_changed", "row")

    def __init__(self, row: ExternalId, at: str, others: Sequence[ExternalId] = ()) -> None:
        self.row = row
        self.fields: dict[str, dict[str, Any]] = row.claims or {}
        self.is_changed = False
        self._at = at
        self._is_of_old = row.claims is None
        self._others = [other.claims or {} for other in others]

    def begin(self, field: str, theirs: Any) -> None:
        """Claim a field of something new, which has nothing but what the source says."""
        self._put(field, as_json(theirs), is_kept=False)

    def weigh(self, field: str, ours: Any, theirs: Any) -> bool:
        """Whether ``theirs`` is to be written over ``ours``; remembered is it either way."""
        ours, theirs = as_json(ours), as_json(theirs)
        claim = self.fields.get(field)
        if claim is None:
            is_kept = not self._may_begin(field, ours, theirs)
        else:
            is_kept = claim.get("kept", False) or claim["value"] != ours
        self._put(field, theirs, is_kept)
        return not is_kept and ours != theirs

    def weigh_all(self, field: str, ours: Collection[str], theirs: Sequence[str]) -> list[str]:
        """Of a list without an order, what is to be added; ``ours`` are in folded case."""
        claim = self.fields.get(field)
        if claim is None:
            is_kept = bool(ours) and not self._is_of_old
            is_kept = is_kept or self._is_claimed_elsewhere(field)
            said: list[str] = []
        else:
            said = claim["value"]
            is_kept = claim.get("kept", False) or {name.casefold() for name in said} != set(ours)
        new = [name for name in theirs if name.casefold() not in ours]
        more = [name for name in theirs if name not in said]
        self._put(field, list(theirs) if is_kept else [*said, *more], is_kept)
        return [] if is_kept else new

    def given(self, field: str) -> list[Any] | None:
        """The rows that the source has named so far, as text or tuples; None: it never did."""
        return _rows(self.fields[field]) if field in self.fields else None

    def named(self, field: str) -> list[Any]:
        """The rows that any source has named so far. What is not there was removed here."""
        claims = [fields[field] for fields in (self.fields, *self._others) if field in fields]
        return [row for claim in claims for row in _rows(claim)]

    def give(self, field: str, rows: Iterable[Any], *, is_kept: bool = False) -> None:
        """Remember rows as named, each once."""
        once = dict.fromkeys(rows)
        value = [list(row) if isinstance(row, tuple) else row for row in once]
        self._put(field, value, is_kept)

    def is_kept(self, field: str) -> bool:
        return self.fields.get(field, {}).get("kept", False)

    @property
    def is_of_old(self) -> bool:
        """Imported before claims were kept: what it said then is not known."""
        return self._is_of_old

    def _may_begin(self, field: str, ours: Any, theirs: Any) -> bool:
        """What is empty may be filled, unless it was emptied here."""
        if ours in SILENT:
            return not self._is_claimed_elsewhere(field)
        return ours == theirs and self._is_of_old and not self._is_claimed_elsewhere(field)

    def _is_claimed_elsewhere(self, field: str) -> bool:
        return any(field in other for other in self._others)

    def _put(self, field: str, value: Any, is_kept: bool) -> None:
        claim = self.fields.get(field)
        if claim and claim["value"] == value and claim.get("kept", False) == is_kept:
            return
        # A mark that an editor's word stands is no news of the source.
        at = claim["at"] if claim and claim["value"] == value else self._at
        self.fields[field] = {"value": value, "at": at} | ({"kept": True} if is_kept else {})
        self.row.claims = self.fields
        self.is_changed = True


def _rows(claim: dict[str, Any]) -> list[Any]:
    return [tuple(row) if isinstance(row, list) else row for row in claim["value"]]
