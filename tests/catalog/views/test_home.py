import datetime

import pytest

from tests.factories import CountryFactory, DramaFactory, GenreFactory, ListingFiguresFactory

pytestmark = pytest.mark.django_db


def test_home_without_dramas_says_what_to_do(client):
    assert "No drama has been published yet." in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_home_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    for status in ["airing", "upcoming", "ended"]:
        DramaFactory.create_batch(
            count,
            status=status,
            released_on=datetime.date(2020, 1, 1),
            released_precision="day",
            genres=[GenreFactory()],
            countries=[CountryFactory()],
        )
    ListingFiguresFactory(drama=DramaFactory())
    with django_assert_num_queries(6):
        client.get("/")


def test_home_opens_with_the_best_rated(client):
    ListingFiguresFactory(rating="7.0")
    best = ListingFiguresFactory(rating="9.0").drama
    assert client.get("/").context["feature"] == best


def test_home_never_shows_a_draft(client):
    DramaFactory(title="Not yet", publication="draft", status="airing")
    assert "Not yet" not in client.get("/").content.decode()
