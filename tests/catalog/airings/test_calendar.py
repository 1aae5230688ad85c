import datetime

import pytest
from django.utils.translation import override

from catalog.airings.calendar import blanks_before, days_of_month, month_of, weekdays
from tests.factories import DramaFactory, EpisodeFactory

MAY = month_of(datetime.date(2026, 5, 13))  # it begins on a Friday


def test_month_is_from_its_first_to_its_last_day():
    assert (MAY.first, MAY.last) == (datetime.date(2026, 5, 1), datetime.date(2026, 5, 31))
    assert month_of(datetime.date(2024, 2, 29)).last.day == 29


@pytest.mark.parametrize(
    ("language", "blanks", "first"), [("en", 5, "Sunday"), ("de", 4, "Monday")]
)
def test_week_begins_as_is_the_custom(language, blanks, first):
    with override(language):
        assert blanks_before(MAY) == blanks
        assert weekdays(MAY)[0].strftime("%A") == first
        assert len(weekdays(MAY)) == 7


@pytest.mark.django_db
def test_day_shows_four_and_says_that_there_are_more():
    for day, count in ((1, 4), (2, 5)):
        for drama in DramaFactory.create_batch(count):
            EpisodeFactory(season__drama=drama, air_date=datetime.date(2026, 5, day))
    days = days_of_month(MAY)
    assert [len(day.airings) for day in days] == [4, 4] + [0] * 29
    assert [day.has_more for day in days[:3]] == [False, True, False]
