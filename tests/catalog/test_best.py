import datetime

import pytest

from catalog.best import best_rated
from tests.factories import DramaFactory, ListingFiguresFactory

pytestmark = pytest.mark.django_db


def test_best_rated_are_in_order_of_rating_and_votes():
    for rating, votes in [("8.0", 100), ("9.0", 100), ("9.0", 500), ("7.0", 900)]:
        ListingFiguresFactory(rating=rating, votes=votes)
    found = [(float(row.rating), row.votes) for row in best_rated(3).rows]
    assert found == [(9.0, 500), (9.0, 100), (8.0, 100)]


def test_best_rated_are_of_one_listing():
    first, second = DramaFactory.create_batch(2)
    ListingFiguresFactory(drama=first, source="mydramalist", rating="7.0")
    ListingFiguresFactory(drama=first, source="tmdb", rating="9.0")
    ListingFiguresFactory(drama=second, source="tmdb", rating="9.5")
    best = best_rated(10)
    assert (best.source, [row.drama for row in best.rows]) == ("MyDramaList", [first])


@pytest.mark.parametrize(
    "given",
    [
        {"rating": None},
        {"votes": None},
        {"votes": 99},
        {"drama__publication": "draft"},
        {"drama__kind": "show"},
    ],
)
def test_best_rated_leave_out_what_says_little(given):
    ListingFiguresFactory(**given)
    assert best_rated(10) is None


def test_best_rated_know_the_dates_of_their_figures():
    for month in (3, 1, 2):
        ListingFiguresFactory(as_of=datetime.date(2026, month, 1))
    best = best_rated(10)
    assert (best.first_date.month, best.last_date.month) == (1, 3)


def test_best_rated_take_one_query(django_assert_num_queries):
    ListingFiguresFactory.create_batch(3)
    with django_assert_num_queries(1):
        assert [row.drama.poster for row in best_rated(10).rows] == [None] * 3
