import pytest

from catalog.models import FormerSlug
from tests.factories import CreditFactory, DramaFactory, EpisodeFactory, GalleryImageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rest", ["", "episodes/", "gallery/1/"])
def test_former_slug_leads_to_the_same_page_of_the_drama(client, rest):
    drama = DramaFactory(slug="now")
    EpisodeFactory(season__drama=drama)
    GalleryImageFactory(drama=drama)
    FormerSlug.objects.create(slug="once", drama=drama)
    response = client.get(f"/dramas/once/{rest}")
    assert (response.status_code, response.url) == (301, f"/dramas/now/{rest}")


def test_former_slug_of_a_person_is_none_of_a_drama(client):
    FormerSlug.objects.create(slug="once", person=CreditFactory().person)
    assert client.get("/dramas/once/").status_code == 404


def test_slug_in_use_is_not_led_away(client):
    FormerSlug.objects.create(slug="here", drama=DramaFactory(slug="there"))
    DramaFactory(slug="here")
    assert client.get("/dramas/here/").status_code == 200


def test_former_slug_of_a_draft_does_not_show_it(client):
    drama = DramaFactory(slug="secret", publication="draft")
    FormerSlug.objects.create(slug="once", drama=drama)
    assert client.get("/dramas/once/").status_code == 404
