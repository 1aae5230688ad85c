import pytest

from catalog.browse.years import bounds, clean_years, decade


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2005", "2005"),
        ("2000-2009", "2000-2009"),
        ("2009-2000", "2000-2009"),
        ("2005-2005", "2005"),
        ("2005-", "2005-"),
        ("-1999", "-1999"),
        ("-", ""),
        ("", ""),
        ("20002009", ""),
        ("3005", ""),
        ("２００５", ""),
        ("2005-06-07", ""),
    ],
)
def test_years_have_one_spelling(text, years):
    assert clean_years(text) == years


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("2005", (2005, 2005)),
        ("2000-2009", (2000, 2009)),
        ("2005-", (2005, 2999)),
        ("-1999", (1000, 1999)),
    ],
)
def test_bounds_are_both_within(years, expected):
    assert bounds(years) == expected


def test_decade_is_a_span():
    assert (decade(2005), decade(1990)) == ("2000-2009", "1990-1999")
