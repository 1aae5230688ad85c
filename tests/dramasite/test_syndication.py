import datetime

import pytest

from dramasite.syndication import AtomFeed, JsonFeed, SiteFeed, tag_uri
from tests.schemas import json_faults, xml_faults

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


class Item:
    def __init__(self, title, description="<p>Words.</p>"):
        self.title, self.description = title, description

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return "/dramas/a/"


class Sample(SiteFeed):
    title, subtitle, link, author_name = "Sample", "A sample.", "/", "The site"
    item_guid, item_pubdate, item_updateddate = "dramas/1", NOON, NOON

    def __init__(self, feed_type=AtomFeed, *items):
        super().__init__(feed_type)
        self.items = items

    def item_description(self, item):
        return item.description


@pytest.fixture
def ask(rf):
    def asked(feed, method="GET", **headers):
        return feed(rf.generic(method, "/feeds/sample", HTTP_HOST="localhost", headers=headers))

    return asked


@pytest.mark.parametrize(
    ("format", "check"), [(AtomFeed, ("atom", xml_faults)), (JsonFeed, ("feed", json_faults))]
)
@pytest.mark.parametrize("hub", ["", "https://hub.example/"])
@pytest.mark.parametrize("items", [[], [Item("One & <two>")], [Item("\x0b\ufffeOdd", "\x00x")]])
def test_feed_keeps_to_its_schema(ask, settings, format, check, hub, items):
    settings.WEBSUB_HUB = hub
    content = ask(Sample(format, *items)).content
    assert check[1](check[0], content) == []
    assert (b"hub.example" in content) is bool(hub)


@pytest.mark.parametrize("format", [AtomFeed, JsonFeed])
@pytest.mark.parametrize("items", [[], [Item("One")]])
def test_feed_that_has_not_changed_is_not_sent_again(ask, format, items):
    first = ask(Sample(format, *items))
    again = ask(Sample(format, *items), **{"If-None-Match": first["ETag"]})
    since = ask(Sample(format, *items), **{"If-Modified-Since": first["Last-Modified"]})
    assert [(r.status_code, r.content) for r in (again, since)] == [(304, b"")] * 2


def test_feed_is_only_read(ask):
    assert ask(Sample(), "POST").status_code == 405


def test_title_is_text_and_content_is_html(ask):
    content = ask(Sample(AtomFeed, Item("Ossan's <Love>"))).content.decode()
    assert "<title>Ossan's &lt;Love&gt;</title>" in content
    assert '<content type="html">&lt;p&gt;Words.&lt;/p&gt;</content>' in content


def test_feed_names_the_site_once_that_is_known(ask, settings):
    settings.SITE_URL = "https://dramas.example"
    content = ask(Sample(AtomFeed, Item("One"))).content.decode()
    assert '<link href="https://dramas.example/feeds/sample" rel="self"/>' in content
    assert "<id>tag:dramas.example,2026-03-01:dramas/1</id>" in content
    assert '<link href="https://dramas.example/dramas/a/" rel="alternate"/>' in content


def test_tag_says_host_day_and_name():
    assert tag_uri("https://a.example:8000/x/", NOON, "x/1") == "tag:a.example,2026-03-01:x/1"


@pytest.mark.parametrize(
    "content",
    [
        b'<feed xmlns="http://www.w3.org/2005/Atom"/>',
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>x</title></feed>',
    ],
)
def test_feed_at_fault_is_found(content):
    assert xml_faults("atom", content) != []


@pytest.mark.parametrize("content", ["{}", '{"version": "https://jsonfeed.org/version/1"}'])
def test_json_feed_at_fault_is_found(content):
    assert json_faults("feed", content) != []
