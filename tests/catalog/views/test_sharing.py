import pytest

from catalog.sharing import card_of_drama
from tests.factories import CreditFactory, DramaFactory, FormerSlugFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_share_image_is_kept_for_good_only_under_its_version(client):
    version = card_of_drama(DramaFactory(slug="x")).version
    kept = {
        query: client.get(f"/dramas/x/share.jpg{query}")["Cache-Control"]
        for query in ("", "?v=00000000", f"?v={version}")
    }
    assert kept == {
        "": "public, no-cache",
        "?v=00000000": "public, no-cache",
        f"?v={version}": "public, max-age=31536000, immutable",
    }


def test_share_image_may_be_shown_elsewhere(client):
    response = client.get("/share.jpg")
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_draft_and_who_is_only_in_it_have_no_share_image(client):
    draft = DramaFactory(slug="x", publication="draft")
    CreditFactory(drama=draft, person__slug="y")
    assert client.get("/dramas/x/share.jpg").status_code == 404
    assert client.get("/people/y/share.jpg").status_code == 404


def test_person_has_a_share_image(client):
    CreditFactory(person__slug="y")
    assert client.get("/people/y/share.jpg")["Content-Type"] == "image/jpeg"


def test_former_slug_leads_to_the_picture(client):
    FormerSlugFactory(slug="old", drama=DramaFactory(slug="new"))
    response = client.get("/dramas/old/share.jpg")
    assert (response.status_code, response["Location"]) == (301, "/dramas/new/share.jpg")
