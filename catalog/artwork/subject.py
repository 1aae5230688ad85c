"""What a drawing is drawn from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from catalog.models import Drama

# Raise it when the drawings change, so that kept copies are asked for anew.
DRAWING = "1"
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# What XML cannot hold, and what would turn the direction of everything around it.
UNSUITABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+"
)


def suitable(text: str) -> str:
    """Without control characters, and with single spaces."""
    return " ".join(UNSUITABLE.sub(" ", text).split())


@dataclass(frozen=True, slots=True)
class Subject:
    title: str
    native_title: str = ""
    language: str = ""
    year: str = ""

    @classmethod
    def of(cls, drama: Drama) -> Self:
        year = str(drama.released_on.year) if drama.released_on else ""
        return cls(drama.title, drama.native_title, drama.original_language, year)

    @property
    def version(self) -> str:
        """Eight hexadecimal digits that change whenever the drawing does."""
        inputs = "\0".join((DRAWING, *astuple(self)))
        return hashlib.sha256(inputs.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    @property
    def native_language(self) -> str:
        """A language tag that may stand in an attribute, or nothing."""
        return self.language if LANGUAGE_TAG.fullmatch(self.language) else ""
