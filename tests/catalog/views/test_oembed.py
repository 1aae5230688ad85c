import html
import re
from xml.etree import ElementTree

import pytest

from tests.factories import DramaFactory, FormerSlugFactory

pytestmark = pytest.mark.django_db
PAGE = "http://testserver/dramas/x/"


def ask(client, **query):
    return client.get("/oembed", {"url": PAGE} | query)


def test_page_leads_to_both_formats(client):
    DramaFactory(slug="x", title="Tears")
    page = client.get("/dramas/x/").content.decode()
    json, xml = (
        client.get(html.unescape(address))
        for address in re.findall(r'\+oembed" title="Tears" href="([^"]+)"', page)
    )
    assert json.json()["title"] == "Tears"
    assert xml["Content-Type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(xml.content)
    assert {each.tag: each.text for each in root} == {k: str(v) for k, v in json.json().items()}


def test_answer_takes_one_query_and_may_be_read_anywhere(client, django_assert_num_queries):
    DramaFactory(slug="x")
    with django_assert_num_queries(1):
        response = ask(client)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_address_under_the_sites_own_name_is_known(client, settings):
    settings.SITE_URL = "https://dramas.example"
    DramaFactory(slug="x")
    answer = ask(client, url="https://dramas.example/dramas/x/").json()
    assert answer["provider_url"] == "https://dramas.example/"


def test_former_address_is_known(client):
    FormerSlugFactory(slug="old", drama=DramaFactory(slug="x", title="Tears"))
    assert ask(client, url="http://testserver/dramas/old/").json()["title"] == "Tears"


@pytest.mark.parametrize(
    "url", ["", "https://evil.example/dramas/x/", "http://testserver/", "\x00"]
)
def test_what_is_no_drama_of_ours_is_not_found(client, url):
    DramaFactory(slug="x")
    assert ask(client, url=url).status_code == 404


def test_draft_is_not_found(client):
    draft = DramaFactory(slug="x", publication="draft")
    FormerSlugFactory(slug="old", drama=draft)
    assert ask(client).status_code == 404
    assert ask(client, url="http://testserver/dramas/old/").status_code == 404


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"format": "yaml"}, 501),
        ({"maxwidth": "wide"}, 400),
        ({"maxwidth": "0"}, 400),
        ({"maxheight": "-1"}, 400),
        ({"maxheight": "9" * 5000}, 400),
        ({"maxwidth": "٣"}, 400),
    ],
)
def test_what_makes_no_sense_is_told(client, query, status):
    DramaFactory(slug="x")
    assert ask(client, **query).status_code == status
