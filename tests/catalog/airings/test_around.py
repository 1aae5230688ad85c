import datetime

import pytest

from catalog.airings.around import around
from catalog.airings.rows import Span
from tests.factories import DramaFactory, EpisodeFactory

pytestmark = pytest.mark.django_db

MAY = Span(datetime.date(2026, 5, 1), datetime.date(2026, 5, 31))


def day(text):
    return datetime.date.fromisoformat(text)


def test_nearest_days_are_of_whatever_airs(django_assert_num_queries):
    DramaFactory(released_on=day("2026-04-02"), released_precision="day")
    EpisodeFactory(air_date=day("2026-03-02"))
    EpisodeFactory(air_date=day("2026-05-15"))
    DramaFactory(ended_on=day("2026-07-01"), ended_precision="day")
    EpisodeFactory(air_date=day("2026-08-01"))
    with django_assert_num_queries(1):
        assert around(MAY) == (day("2026-04-02"), day("2026-07-01"))


def test_nothing_else_leads_to_no_other_day():
    EpisodeFactory(air_date=day("2026-05-15"))
    assert around(MAY) == (None, None)


def test_drafts_and_dates_half_known_lead_nowhere():
    EpisodeFactory(air_date=day("2026-04-01"), season__drama__publication="draft")
    DramaFactory(released_on=day("2026-06-01"), released_precision="month")
    assert around(MAY) == (None, None)
