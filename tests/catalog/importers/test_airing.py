import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.importers.airing import Run, last_day, minutes
from catalog.models import Status
from catalog.models.dates import PartialDate

TODAY = datetime.date(2026, 6, 15)


def day(text):
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("text", "released", "ended"),
    [
        ("Oct 11, 2005 - Dec 20, 2005", "2005-10-11", "2005-12-20"),
        ("Oct 11, 2005 – December 20, 2005", "2005-10-11", "2005-12-20"),
        ("Oct 2005 - ?", "2005-10", ""),
        ("Dec, 2025 - ?", "2025-12", ""),
        ("Sept 2005 - 2006", "2005-09", "2006"),
        ("2024 - ?", "2024", ""),
        ("? - 2024", "", "2024"),
        ("Aug 28, 2007", "2007-08-28", "2007-08-28"),
        ("Aug 2007", "2007-08", ""),
        ("2007", "2007", ""),
        ("2005 - 2005", "2005", "2005"),
        ("Feb 29, 2024", "2024-02-29", "2024-02-29"),
        ("TBA", "", ""),
        ("? - ?", "", ""),
        ("", "", ""),
    ],
)
def test_run_read(text, released, ended):
    assert Run.parse(text) == Run(day(released), day(ended))


@pytest.mark.parametrize(
    "text",
    [
        "Feb 30, 2005",
        "Feb 29, 2023",
        "Foo 3, 2005",
        "Dec 20, 2005 - Oct 11, 2005",
        "2005 - 2004",
        "3005",
        "0000",
        "Oct 11",
        "2005-10-11",
        "2004 - 2005 - 2006",
        "soon",
        "Oct 99, 2005",
        "２００５",
    ],
)
def test_run_impossible(text):
    with pytest.raises(ValueError):
        Run.parse(text)


@given(st.text() | st.from_regex(r"[A-Z][a-z]{2} \d{1,2}, \d{4}( - [A-Z][a-z]{2} \d{1,2}, \d{4})?"))
def test_run_of_any_text_is_read_or_refused(text):
    try:
        run = Run.parse(text)
    except ValueError:
        return
    assert not (run.released and run.ended) or run.released.first_day <= last_day(run.ended)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_run_of_any_day_is_that_day(date):
    text = f"{date:%b} {date.day}, {date.year}"
    assert Run.parse(text) == Run(PartialDate(date), PartialDate(date))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Oct 11, 2005 - Dec 20, 2005", Status.ENDED),
        ("Jun 1, 2026 - Jun 15, 2026", Status.AIRING),
        ("Jun 1, 2026 - Jun 14, 2026", Status.ENDED),
        ("Jun 15, 2026 - ?", Status.AIRING),
        ("Jun 16, 2026 - ?", Status.UPCOMING),
        ("Jul 11, 2010 - ?", Status.AIRING),
        ("2026 - 2026", Status.AIRING),
        ("2027", Status.UPCOMING),
        ("? - 2024", Status.ENDED),
        ("? - 2027", ""),
        ("", ""),
    ],
)
def test_status_of_what_aired(text, status):
    assert Run.parse(text).status(TODAY) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2026 - ?", Status.UPCOMING),
        ("Jun 2026 - ?", Status.UPCOMING),
        ("May 2026 - ?", ""),
        ("2007", ""),
        ("Jun 14, 2026 - ?", Status.AIRING),
        ("2027 - ?", Status.UPCOMING),
        ("Nov 5, 2025 - Dec 3, 2025", Status.ENDED),
    ],
)
def test_status_of_what_was_announced(text, status):
    assert Run.parse(text).status(TODAY, announced=True) == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 hr. 10 min.", 70),
        ("45 min.", 45),
        ("2 hr.", 120),
        ("1 hour 5 minutes", 65),
        ("0 min.", None),
        ("", None),
        ("N/A", None),
    ],
)
def test_minutes_read(text, expected):
    assert minutes(text) == expected


@pytest.mark.parametrize("text", ["long", "-5 min.", "45", "1:10", "99999 min."])
def test_minutes_not_understood(text):
    with pytest.raises(ValueError):
        minutes(text)
