import datetime
from array import array

import pytest
from django.utils import timezone

from catalog.browse.listed import listed
from catalog.browse.orders import ORDERS
from tests.factories import DramaFactory, ListingFiguresFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def dramas():
    """By title, each with what another one lacks."""
    made = {
        "plain": DramaFactory(title="Ōoku"),
        "listed": DramaFactory(
            title="'Alien' Hunters",
            released_on=datetime.date(2005, 1, 1),
            released_precision="year",
        ),
        "twice": DramaFactory(
            title="old dog", released_on=datetime.date(2010, 1, 1), released_precision="day"
        ),
        "draft": DramaFactory(title="Draft", publication="draft"),
    }
    figures = {"popularity": 7, "rating": "8.0", "watchers": 10, "votes": 100}
    ListingFiguresFactory(drama=made["listed"], **figures)
    ListingFiguresFactory(drama=made["twice"], **figures | {"votes": 120, "popularity": 90})
    ListingFiguresFactory(
        drama=made["twice"], source="tmdb", rating="6.0", popularity=8, votes=None
    )
    return made


def ids_of(sort, ids=None):
    return [pk for _rank, pk in ORDERS[sort].places(listed(timezone.now(), ids))]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("popular", ["listed", "twice", "plain"]),
        ("rating", ["twice", "listed", "plain"]),
        ("newest", ["twice", "listed", "plain"]),
        ("title", ["listed", "twice", "plain"]),
    ],
)
def test_published_dramas_are_in_order(dramas, sort, names):
    assert ids_of(sort) == [dramas[name].pk for name in names]


def test_few_votes_stand_behind_many(dramas):
    few = ListingFiguresFactory(rating="9.9", votes=99).drama
    assert ids_of("rating")[2] == few.pk


def test_equal_dramas_keep_one_order():
    made = DramaFactory.create_batch(3)
    assert ids_of("popular") == [drama.pk for drama in made]


def test_some_dramas_are_in_order(dramas):
    some = [dramas["plain"].pk, dramas["listed"].pk, dramas["draft"].pk]
    assert ids_of("popular", some) == [
        dramas["listed"].pk,
        dramas["plain"].pk,
    ]


@pytest.mark.parametrize("sort", [sort for sort, order in ORDERS.items() if order.is_by_number])
def test_rank_has_at_most_63_bits_whatever_the_figures(dramas, sort):
    most = 2**62
    figures = {"popularity": most, "watchers": most, "votes": most, "rating": "0.0"}
    ListingFiguresFactory(drama=dramas["plain"], source="imdb", **figures)
    ranks = [ORDERS[sort].rank(drama) for drama in listed(timezone.now())]
    assert array("q", ranks).tolist() == ranks
