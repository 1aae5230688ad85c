"""Days of the demo catalogue that are counted from the day on which it is read.

"today-18" and "today+5" are days, "month+2" is a month and "year+1" a year: so that there is
always something that airs now, and something to come.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

COUNTED = re.compile(r"(today|month|year)([+-]\d{1,3})")


def counted_from(today: datetime.date, data: Any) -> Any:
    """The same JSON, with such texts as ISO dates, months and years."""
    if isinstance(data, dict):
        return {key: counted_from(today, value) for key, value in data.items()}
    if isinstance(data, list):
        return [counted_from(today, value) for value in data]
    found = COUNTED.fullmatch(data) if isinstance(data, str) else None
    return _day(today, found[1], int(found[2])) if found else data


def _day(today: datetime.date, unit: str, number: int) -> str:
    if unit == "today":
        return (today + datetime.timedelta(days=number)).isoformat()
    if unit == "year":
        return f"{today.year + number:04}"
    months = today.year * 12 + today.month - 1 + number
    return f"{months // 12:04}-{months % 12 + 1:02}"
