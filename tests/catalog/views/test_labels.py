import datetime

import pytest

from tests.factories import (
    CountryFactory,
    DramaFactory,
    DramaTagFactory,
    GenreFactory,
    NetworkFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def drama():
    drama = DramaFactory(
        title="Found",
        released_on=datetime.date(2005, 10, 11),
        released_precision="day",
        genres=[GenreFactory(slug="medical")],
        networks=[NetworkFactory(slug="fuji-tv")],
        countries=[CountryFactory()],
    )
    DramaTagFactory(drama=drama, tag=TagFactory(slug="illness"))
    return drama


ADDRESSES = [
    "/genres/medical/",
    "/networks/fuji-tv/",
    "/countries/japan/",
    "/tags/illness/",
    "/years/2005/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_label_lists_its_dramas(client, drama, address):
    assert list(client.get(address).context["page"]) == [drama]


@pytest.mark.parametrize("address", ADDRESSES)
def test_label_of_drafts_only_is_not_found(client, drama, address):
    drama.publication = "draft"
    drama.save()
    assert client.get(address).status_code == 404


def test_tag_that_gives_a_drama_away_does_not_list_it(client, drama):
    DramaTagFactory(drama=drama, tag=TagFactory(slug="death"), is_spoiler=True)
    assert list(client.get("/tags/death/").context["page"]) == []


@pytest.mark.parametrize("address", ["/years/205/", "/years/20050/", "/years/0000/"])
def test_year_has_four_digits(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/genres/", "/networks/", "/countries/", "/tags/", "/years/"])
def test_list_of_all_labels_leads_to_each(client, drama, address):
    [child] = [each for each in ADDRESSES if each.startswith(address)]
    assert f'href="{child}"' in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/genres/", "/networks/", "/countries/", "/tags/", "/years/"])
def test_list_of_no_labels_says_so(client, db, address):
    assert "There is nothing here yet." in client.get(address).content.decode()


@pytest.mark.parametrize("count", [1, 9])
@pytest.mark.parametrize("address", ["/genres/medical/", "/years/2005/"])
def test_label_takes_few_queries_at_any_length(
    client, drama, address, count, django_assert_max_num_queries
):
    for _ in range(count):
        DramaFactory(
            released_on=drama.released_on, released_precision="day", genres=drama.genres.all()
        )
    client.get(address)
    with django_assert_max_num_queries(8):
        assert client.get(address).status_code == 200
