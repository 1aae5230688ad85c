import datetime
import re

import pytest

from catalog.models import Drama
from catalog.previews import preview_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    drama = factories.DramaFactory(title="Not Yet", slug="not-yet", publication="draft")
    factories.GalleryImageFactory(drama=drama)
    factories.EpisodeFactory(season__drama=drama)
    return drama


def test_preview_is_the_page_as_it_will_be(client, draft):
    preview = preview_of(draft)
    seen = client.get(preview.path).content.decode()
    Drama.objects.update(publication="published")
    page = client.get("/dramas/not-yet/").content.decode()

    def said(html):
        return re.sub(
            r'="(?:/dramas/not-yet/|/previews/[^/"]+/)', '="HERE/', html.split("<main")[1]
        )

    assert said(seen).split("<form")[0] == said(page).split("<form")[0]


def test_preview_is_kept_and_indexed_by_nobody(client, draft):
    response = client.get(preview_of(draft).path)
    headers = ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")
    assert [response.headers[name] for name in headers] == [
        "no-store, private",
        "noindex, nofollow",
        "no-referrer",
    ]
    assert "Visitors do not see this page yet" in response.content.decode()


def test_every_page_of_the_drama_is_reached_from_its_preview(client, draft):
    path = preview_of(draft).path
    html = client.get(path).content.decode()
    within = set(re.findall(r'="(/previews/[^"#?]*)', html))
    parts = ("", "episodes/", "gallery/1/", "poster.svg", "backdrop.svg")
    assert within == {path + part for part in parts}
    for address in within:
        assert client.get(address).status_code == 200
        assert client.get(address).headers["Cache-Control"] == "no-store, private"


def test_page_stays_closed_to_those_without_the_link(client, draft):
    preview_of(draft)
    assert client.get("/dramas/not-yet/").status_code == 404


def test_published_drama_leads_to_its_own_page(client, draft):
    path = preview_of(draft).path
    Drama.objects.update(publication="published")
    response = client.get(path)
    assert (response.status_code, response.headers["Location"]) == (302, "/dramas/not-yet/")


def test_link_that_is_over_says_so(client, draft, time_machine_at):
    preview = preview_of(draft)
    time_machine_at(preview.until)
    response = client.get(preview.path)
    assert response.status_code == 410
    assert "This preview is over" in response.content.decode()


@pytest.mark.parametrize("signed", ["x", "1-0-9", "1-0-9.ff", "%00", "1" * 500])
def test_link_that_is_not_ours_is_not_found(client, signed):
    assert client.get(f"/previews/{signed}/").status_code == 404


def test_scheduled_drama_is_previewed_before_its_time(client):
    later = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
    drama = factories.DramaFactory(publication="scheduled", publish_at=later)
    assert client.get(preview_of(drama).path).status_code == 200
