import datetime
import re

import pytest
from django.urls import Resolver404, resolve, reverse

from catalog.converters import YearConverter


@pytest.mark.parametrize("year", [1953, 2005, 2999])
def test_year_returns_from_its_address(year):
    converter = YearConverter()
    assert converter.to_python(converter.to_url(year)) == year


@pytest.mark.parametrize("text", ["205", "20050", "0999", "3000", "20O5", "٢٠٠٥"])
def test_year_has_four_plain_digits(text):
    assert re.fullmatch(YearConverter.regex, text) is None


@pytest.mark.parametrize(
    ("address", "arguments"),
    [
        ("/calendar/2026-11/", {"month": datetime.date(2026, 11, 1)}),
        ("/calendar/2026-11-25/", {"day": datetime.date(2026, 11, 25)}),
    ],
)
def test_month_and_day_have_one_address(address, arguments):
    match = resolve(address)
    assert match.kwargs == arguments
    assert reverse(match.view_name, kwargs=arguments) == address


@pytest.mark.parametrize("date", ["2026-13", "2026-1", "2026-02-30", "2026-11-1", "0999-01"])
def test_no_month_and_no_day_have_no_address(date):
    with pytest.raises(Resolver404):
        resolve(f"/calendar/{date}/")
