"""A year, or a span of years: "2005", "2000-2009", "2000-" or "-1999"."""

from __future__ import annotations

import re

FIRST, LAST = 1000, 2999  # as in the addresses of years
SPAN = re.compile(r"([12][0-9]{3})?(-)?([12][0-9]{3})?")


def clean_years(text: str) -> str:
    """The one spelling of a span; "" when it is none."""
    match = SPAN.fullmatch(text)
    if not match or not (match[1] or match[3]):
        return ""
    if not match[2]:
        return text if len(text) == 4 else ""
    return span(match[1] or "", match[3] or "")


def span(first: str, last: str) -> str:
    """Of two years, either of which may be ""; the later one may come first."""
    if first and last:
        first, last = min(first, last), max(first, last)
    return first if first == last else f"{first}-{last}"


def ends(years: str) -> tuple[str, str]:
    """The two years of a clean span, "" where it is open."""
    first, dash, last = years.partition("-")
    return first, last if dash else first


def bounds(years: str) -> tuple[int, int]:
    """The first and the last year of a clean span, open ends far away."""
    first, last = ends(years)
    return int(first or FIRST), int(last or LAST)


def decade(year: int) -> str:
    """The span of the decade that a year is in."""
    return f"{year // 10 * 10}-{year // 10 * 10 + 9}"
