import datetime

import pytest
from django.utils.translation import override

from catalog.models.dates import PartialDate, Precision

YEAR, MONTH, DAY = Precision.YEAR, Precision.MONTH, Precision.DAY


@pytest.mark.parametrize(
    ("text", "first_day", "last_day", "precision", "spoken"),
    [
        ("2005", (2005, 1, 1), (2005, 12, 31), YEAR, "2005"),
        ("2005-10", (2005, 10, 1), (2005, 10, 31), MONTH, "October 2005"),
        ("2004-02", (2004, 2, 1), (2004, 2, 29), MONTH, "February 2004"),
        ("2005-10-11", (2005, 10, 11), (2005, 10, 11), DAY, "Oct. 11, 2005"),
        ("0987", (987, 1, 1), (987, 12, 31), YEAR, "0987"),
    ],
)
def test_partial_date_keeps_what_is_known(text, first_day, last_day, precision, spoken):
    date = PartialDate.parse(text)
    assert date == PartialDate(datetime.date(*first_day), precision)
    assert date.last_day == datetime.date(*last_day)
    assert (date.year, str(date), date.spoken()) == (first_day[0], text, spoken)


@pytest.mark.parametrize(
    "text", ["", "05", "2005-1", "2005-13", "2005-02-30", "Oct 2005", "2005-W41"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@pytest.mark.parametrize("date", [None, *map(PartialDate.parse, ("2005", "2005-10", "2005-10-11"))])
def test_columns_give_the_date_back(date):
    assert PartialDate.of(*PartialDate.columns(date)) == date


def test_month_is_spoken_in_the_site_language():
    with override("de"):
        assert PartialDate.parse("2005-10").spoken() == "Oktober 2005"
