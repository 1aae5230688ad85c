import datetime
import json

import feedparser
import pytest

from catalog.models import Drama
from tests.factories import DramaFactory, GenreFactory, PictureFactory
from tests.schemas import json_faults, xml_faults

pytestmark = pytest.mark.django_db
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
HOUR = datetime.timedelta(hours=1)


def entries(client):
    return feedparser.parse(client.get("/feeds/dramas.atom").content).entries


def test_newest_on_the_site_come_first(client):
    DramaFactory(title="Old", publish_at=NOW - 3 * HOUR)
    DramaFactory(title="Out", publication="scheduled", publish_at=NOW - HOUR)
    DramaFactory(title="Older", publish_at=NOW - 2 * HOUR)
    assert [entry.title for entry in entries(client)] == ["Out", "Older", "Old"]


@pytest.mark.parametrize("publication", ["draft", "scheduled"])
@pytest.mark.parametrize("format", ["atom", "json"])
def test_what_is_not_published_is_in_no_feed(client, publication, format):
    DramaFactory(title="Secret", publication=publication, publish_at=NOW + HOUR)
    assert b"Secret" not in client.get(f"/feeds/dramas.{format}").content


def test_entry_says_what_the_card_says(client):
    drama = DramaFactory(
        title="Ossan's Love",
        slug="ossans-love",
        native_title="おっさんずラブ",
        original_language="ja",
        released_on=datetime.date(2018, 4, 21),
        released_precision="day",
        summary="Two <men> & a kiss.",
        genres=[GenreFactory(name="Comedy")],
        poster=PictureFactory(alt="A & B", size=(320, 480)),
        publish_at=NOW - HOUR,
    )
    entry = entries(client)[0]
    assert (entry.title, entry.link) == (
        "Ossan's Love (2018)",
        "http://testserver/dramas/ossans-love/",
    )
    assert entry.id == f"tag:testserver,{NOW - HOUR:%Y-%m-%d}:dramas/{drama.pk}"
    assert [tag.term for tag in entry.tags] == ["Comedy"]
    said = json.loads(client.get("/feeds/dramas.json").content)["items"][0]
    assert said["content_html"] == (
        f'<p><img src="http://testserver/media/pictures/{drama.poster.token}/320.jpg" '
        'width="320" height="480" alt="A &amp; B"></p>\n'
        '<p><bdi lang="ja">おっさんずラブ</bdi></p>\n'
        "<p>Two &lt;men&gt; &amp; a kiss.</p>\n"
    )


def test_id_outlives_a_change_of_address(client):
    drama = DramaFactory(slug="before")
    before = entries(client)[0]
    drama.slug = "after"
    drama.save()
    after = entries(client)[0]
    assert after.id == before.id
    assert (before.link, after.link) == (
        "http://testserver/dramas/before/",
        "http://testserver/dramas/after/",
    )
    assert Drama.objects.get().slug == "after"


@pytest.mark.parametrize("rows", [1, 3])
def test_feed_takes_two_queries(client, rows, django_assert_num_queries):
    DramaFactory.create_batch(rows, genres=[GenreFactory()])
    with django_assert_num_queries(2):
        client.get("/feeds/dramas.atom")


@pytest.mark.parametrize("rows", [0, 40])
def test_feeds_keep_to_their_schemas(client, rows):
    DramaFactory.create_batch(rows, genres=[GenreFactory()], summary="A & B.")
    atom, feed = (client.get(f"/feeds/dramas.{format}") for format in ("atom", "json"))
    assert (xml_faults("atom", atom.content), json_faults("feed", feed.content)) == ([], [])
    assert [atom["Content-Type"], feed["Content-Type"]] == [
        "application/atom+xml; charset=utf-8",
        "application/feed+json; charset=utf-8",
    ]
    assert len(json.loads(feed.content)["items"]) == min(rows, 30)


def test_pages_tell_of_the_feeds(client):
    page = client.get("/").content.decode()
    assert '<link rel="alternate" type="application/atom+xml" title="New on Dramasite"' in page
    assert 'href="/feeds/dramas.atom"' in page
    assert 'href="/feeds/dramas.json"' in page
