import datetime

import pytest

from catalog.importers.demo_days import counted_from

LEAP_DAY = datetime.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today+0", "2028-02-29"),
        ("today-59", "2028-01-01"),
        ("today+1", "2028-03-01"),
        ("month+2", "2028-04"),
        ("month+10", "2028-12"),
        ("month+11", "2029-01"),
        ("month-2", "2027-12"),
        ("year+1", "2029"),
        ("2005-10-11", "2005-10-11"),
        ("today", "today"),
        ("The day today+1", "The day today+1"),
    ],
)
def test_text_is_counted_from_the_day(text, day):
    assert counted_from(LEAP_DAY, text) == day


def test_texts_are_counted_wherever_they_stand():
    data = {
        "released": "today-1",
        "seasons": [{"number": 1, "episodes": [{"air_date": "today+1"}]}],
    }
    assert counted_from(LEAP_DAY, data) == {
        "released": "2028-02-28",
        "seasons": [{"number": 1, "episodes": [{"air_date": "2028-03-01"}]}],
    }
