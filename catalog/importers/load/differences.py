"""What a source says otherwise than the catalogue, and whether that was taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """``field`` is called as in ``catalog.claims``, and both values are as claims keep them."""

    field: str
    ours: Any
    theirs: Any
    is_taken: bool
