import datetime

import pytest

from catalog.ways_in import Way, WaysIn, ways_in
from tests.factories import CountryFactory, DramaFactory, GenreFactory

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 25)


def test_ways_lead_to_what_is_there(django_assert_num_queries):
    for year, genre, code in [(1999, "War", "KR"), (2005, "Life", "JP"), (2009, "Law", "JP")]:
        DramaFactory(
            released_on=datetime.date(year, 1, 1),
            released_precision="year",
            genres=[GenreFactory(name=genre)],
            countries=[CountryFactory(code=code)],
        )
    with django_assert_num_queries(1):
        found = ways_in(TODAY)
    assert found == WaysIn(
        countries=[Way("Japan", "/countries/japan/"), Way("South Korea", "/countries/KR/")],
        genres=[
            Way("Law", "/genres/law/"),
            Way("Life", "/genres/life/"),
            Way("War", "/genres/war/"),
        ],
        decades=[
            Way("2000s", "/dramas/?years=2000-2009"),
            Way("1990s", "/dramas/?years=1990-1999"),
        ],
    )


def test_ways_of_drafts_are_not_shown():
    DramaFactory(
        publication="draft",
        released_on=datetime.date(2005, 1, 1),
        released_precision="year",
        genres=[GenreFactory()],
        countries=[CountryFactory()],
    )
    assert ways_in(TODAY) == WaysIn()
