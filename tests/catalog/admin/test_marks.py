import datetime
from decimal import Decimal

import pytest

from catalog.admin.marks import mark, mark_of_picture
from catalog.models import Genre, Picture
from catalog.models.dates import PartialDate

NOON = datetime.datetime(2030, 1, 1, 12, tzinfo=datetime.UTC)
SAME = {
    "line breaks": ("a\r\nb\r\n", "a\nb"),
    "nothing": (None, ""),
    "row and key": (Genre(pk=5), 5),
    "number as text": (5, "5"),
    "decimals": (Decimal("8.70"), Decimal("8.7")),
    "order of rows": ([Genre(pk=2), Genre(pk=1)], ["1", "2"]),
    "zone": (NOON, NOON.astimezone(datetime.timezone(datetime.timedelta(hours=9)))),
    "microseconds": (NOON, NOON.replace(microsecond=7)),
    "dates": (PartialDate.parse("2005-10"), PartialDate.parse("2005-10")),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_equal_values_have_the_same_mark(one, other):
    assert mark(one) == mark(other)


def test_different_values_have_different_marks():
    values = [
        "a",
        "A",
        "",
        "0",
        5,
        NOON,
        PartialDate.parse("2005"),
        PartialDate.parse("2005-01"),
        [],
    ]
    assert len({str(mark(value)) for value in values}) == len(values)


def test_picture_is_known_by_its_key_and_its_words():
    pictures = [
        None,
        Picture(pk=1),
        Picture(pk=2),
        Picture(pk=1, alt="a"),
        Picture(pk=1, credit="a"),
    ]
    assert len({mark_of_picture(picture) for picture in pictures}) == 5
