"""Parts of addresses."""

from __future__ import annotations


class YearConverter:
    """Four digits, so that a year has one address."""

    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"
