import datetime

import pytest

from comments.models import Reply, State
from tests.factories import (
    CountryFactory,
    DramaFactory,
    EpisodeFactory,
    GenreFactory,
    ListingFiguresFactory,
    PickFactory,
)

pytestmark = pytest.mark.django_db

SHELVES = ("airing", "coming", "newest")


def drama_of(status, year, **given):
    """A drama with everything that home asks for."""
    drama = DramaFactory(
        status=status,
        released_on=datetime.date(year, 1, 1),
        released_precision="day",
        genres=[GenreFactory()],
        countries=[CountryFactory()],
        **given,
    )
    EpisodeFactory(season__drama=drama, air_date=datetime.date(2100, 1, 1))
    ListingFiguresFactory(drama=drama)
    Reply.objects.post(drama, name="Hana", body=f"Of {drama.title}.", state=State.PUBLISHED)
    return drama


def test_home_without_dramas_says_what_to_do(client):
    assert "No drama has been published yet." in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_home_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    for status, year in [("airing", 2020), ("upcoming", 2100), ("ended", 2010)]:
        for _ in range(count):
            PickFactory(drama=drama_of(status, year))
    with django_assert_num_queries(8):
        client.get("/")


def test_home_of_one_drama_has_no_empty_shelf(client):
    drama = DramaFactory(status="airing", released_on="2020-01-01", released_precision="day")
    response = client.get("/")
    assert response.context["feature"].drama == drama
    assert [response.context[shelf] for shelf in SHELVES] == [[], [], []]
    assert response.context["best"] is None
    assert "poster-grid" not in response.content.decode()


def test_home_opens_with_the_editors_pick(client):
    ListingFiguresFactory(rating="9.0")
    pick = PickFactory(words="Watch it in the rain.")
    assert client.get("/").context["feature"].drama == pick.drama
    assert "Watch it in the rain." in client.get("/").content.decode()


def test_home_never_shows_a_draft(client):
    for status, year in [("airing", 2020), ("upcoming", 2100)]:
        PickFactory(drama=drama_of(status, year, title="Not yet", publication="draft"))
    assert "Not yet" not in client.get("/").content.decode()


def test_home_names_the_listing_and_the_date_of_its_figures(client):
    ListingFiguresFactory()
    assert "Figures of MyDramaList, as of May 1, 2024" in client.get("/").content.decode()
