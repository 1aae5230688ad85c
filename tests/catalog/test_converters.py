import re

import pytest

from catalog.converters import YearConverter


@pytest.mark.parametrize("year", [1953, 2005, 2999])
def test_year_returns_from_its_address(year):
    converter = YearConverter()
    assert converter.to_python(converter.to_url(year)) == year


@pytest.mark.parametrize("text", ["205", "20050", "0999", "3000", "20O5", "٢٠٠٥"])
def test_year_has_four_plain_digits(text):
    assert re.fullmatch(YearConverter.regex, text) is None
