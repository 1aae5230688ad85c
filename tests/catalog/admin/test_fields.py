import datetime

import pytest
from django.core.exceptions import ValidationError

from catalog.admin.fields import PartialDateFormField
from catalog.models.dates import PartialDate


@pytest.mark.parametrize(
    ("typed", "precision"),
    [("2005", "year"), ("2005-10", "month"), ("2005-10-11", "day"), (" 2005-10 ", "month")],
)
def test_partial_date_takes_what_is_known(typed, precision):
    date = PartialDateFormField().clean(typed)
    assert (date.isoformat(), date.precision) == (typed.strip(), precision)


def test_partial_date_shows_what_is_known():
    month = PartialDate(datetime.date(2005, 10, 1), "month")
    assert PartialDateFormField().prepare_value(month) == "2005-10"


def test_partial_date_may_be_empty():
    assert PartialDateFormField(required=False).clean("  ") is None


@pytest.mark.parametrize(
    "typed", ["05", "2005-13", "2005-02-30", "Oct 11, 2005", "2005-1-1", "0000", "11.10.2005"]
)
def test_partial_date_says_how_it_is_written(typed):
    with pytest.raises(ValidationError) as refused:
        PartialDateFormField().clean(typed)
    assert "2005, 2005-10 or 2005-10-11" in refused.value.messages[0]


def test_partial_date_is_unchanged_when_it_reads_the_same():
    day = PartialDate(datetime.date(2005, 10, 11))
    field = PartialDateFormField()
    assert not field.has_changed(day, "2005-10-11")
    assert field.has_changed(day, "2005-10")
