import pytest

from tests.factories import DramaFactory, EpisodeFactory
from tests.structured import nodes_of

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert(1)</script><!--\u2028"


def test_hostile_title_breaks_out_of_no_page(client):
    drama = DramaFactory(slug="x", title=HOSTILE, native_title=HOSTILE, synopsis=HOSTILE)
    EpisodeFactory(season__drama=drama, title=HOSTILE, native_title=HOSTILE)
    for address in ("/dramas/x/", "/dramas/x/episodes/", "/dramas/x/replies/", "/dramas/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert HOSTILE.replace("\u2028", "") in str(nodes_of(page)).replace("\\u2028", "")


def test_drama_without_a_poster_shows_machines_the_drawn_one(client):
    DramaFactory(slug="x")
    (image,) = nodes_of(client.get("/dramas/x/").content.decode())[0]["image"][:1]
    assert image.startswith("http://testserver/dramas/x/share.jpg?v=")


def test_page_of_a_list_has_its_own_address_and_places(client):
    DramaFactory.create_batch(61)
    (data,) = nodes_of(client.get("/dramas/?page=2").content.decode())
    assert data["url"] == "http://testserver/dramas/?page=2"
    assert [each["position"] for each in data["mainEntity"]["itemListElement"]] == [61]
