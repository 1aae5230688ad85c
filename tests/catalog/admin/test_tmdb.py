import json

import pytest
from django.contrib.auth.models import User

from catalog.models import Drama, ExternalId
from tests import factories
from tests.catalog.importers.rows import all_rows
from tests.catalog.importers.tmdb.answers import details
from tests.catalog.importers.tmdb.conftest import tmdb  # noqa: F401  (a fixture)

PAGE = "/admin/catalog/drama/tmdb/"
TAKE = f"{PAGE}take/"
RESULTS = {
    "page": 1,
    "results": [
        {
            "id": 7,
            "name": "The Lighthouse",
            "original_name": "灯台",
            "original_language": "ja",
            "first_air_date": "2019-04-05",
            "overview": "A keeper stays.",
        },
        {"id": 8, "name": "Lighthouses", "first_air_date": ""},
    ],
}


@pytest.fixture
def served(tmdb):  # noqa: F811
    def start(*faults, **answers):
        search = json.dumps(RESULTS).encode()
        return tmdb(*faults, **({"/3/search/tv": search} | answers))

    return start


def text(response):
    return response.content.decode()


def test_series_are_looked_up_by_title_in_a_language(desk, served):
    asked = served()
    here = factories.DramaFactory(title="Keepers")
    factories.ExternalIdFactory(drama=here, source="tmdb", value="8")
    page = text(desk.get(PAGE, {"q": "lighthouse", "language": "de"}))
    assert asked[0][1]["query"] == ["lighthouse"]
    assert asked[0][1]["language"] == ["de"]
    assert "2 series found" in page
    assert "<h3>The Lighthouse (2019)</h3>" in page
    assert "Here already: Keepers" in page
    assert f'href="{TAKE}?id=7&amp;language=de"' in page


def test_preview_writes_nothing(desk, served):
    served()
    before = all_rows()
    page = text(desk.get(TAKE, {"id": 7}))
    assert "it would become a draft" in page
    assert "Add it as a draft" in page
    assert all_rows() == before


def test_series_becomes_a_draft_and_its_pictures_follow(desk, served):
    served()
    response = desk.post(TAKE, {"id": 7})
    drama = Drama.objects.get()
    assert response.url == f"/admin/catalog/drama/{drama.pk}/change/"
    assert (drama.title, drama.publication, drama.seasons.count()) == (
        "The Lighthouse",
        "draft",
        1,
    )
    # The tests' tasks are done at once.
    assert drama.gallery.count() == 3
    desk.post(TAKE, {"id": 7})
    assert (Drama.objects.count(), drama.gallery.count()) == (1, 3)


def test_difference_says_what_changes_and_what_stays(desk, served):
    served()
    desk.post(TAKE, {"id": 7})
    Drama.objects.update(title="Corrected")
    changed = json.dumps(details(name="Renamed", status="Canceled")).encode()
    served(**{"/3/tv/7": changed})
    page = text(desk.get(TAKE, {"id": 7}))
    assert page.count("Stays: locked") == 1
    assert page.count("<td>Changes</td>") == 1
    desk.post(TAKE, {"id": 7})
    assert Drama.objects.values_list("title", "status").get() == ("Corrected", "cancelled")


@pytest.mark.parametrize(
    "query",
    [{"q": "\x00"}, {"q": "x" * 300}, {"q": ""}, {"q": "a", "language": "no language"}],
    ids=["nul", "long", "empty", "language"],
)
def test_odd_search_is_answered_on_the_page(desk, served, query):
    asked = served()
    assert desk.get(PAGE, query).status_code == 200
    assert asked == []


@pytest.mark.parametrize("number", ["", "x", "0", "-1", "9" * 40, "\x00"])
def test_odd_id_leads_back(desk, served, number):
    asked = served()
    for response in (desk.get(TAKE, {"id": number}), desk.post(TAKE, {"id": number})):
        assert response.url == PAGE
    assert asked == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_tmdb_cannot_answer_is_told(desk, served, method):
    served(**{"/3/tv/7": b"{"})
    page = text(getattr(desk, method)(TAKE, {"id": 7}))
    assert "cut off" in page
    assert not ExternalId.objects.exists()


def test_search_without_a_key_says_so(desk, served, settings):
    asked = served()
    settings.TMDB_KEY = ""
    assert text(desk.get(PAGE, {"q": "x"})).count("TMDB_KEY is not set") == 2
    assert asked == []


def test_only_who_may_add_may_look(client, served, db):
    served()
    client.force_login(User.objects.create_user("reader", is_staff=True))
    assert [client.get(PAGE).status_code, client.post(TAKE, {"id": 7}).status_code] == [403, 403]


def test_list_leads_to_it(desk):
    assert f'href="{PAGE}"' in text(desk.get("/admin/catalog/drama/"))
