import datetime
import json

import feedparser
import pytest

from catalog.models import Drama
from comments.models import Reply, State
from tests.factories import DramaFactory, FormerSlugFactory
from tests.schemas import json_faults, xml_faults

pytestmark = pytest.mark.django_db
FEEDS = ["/feeds/replies", "/dramas/a-quiet-harbour/replies"]


def said_in(client, address):
    items = json.loads(client.get(f"{address}.json").content)["items"]
    return [item["content_html"] for item in items]


def titles(client, address):
    return [e.title for e in feedparser.parse(client.get(f"{address}.atom").content).entries]


@pytest.mark.parametrize("address", FEEDS)
def test_reply_is_in_the_feed_with_its_author(client, said, address):
    reply = said("It *stays* with me.")
    entry = feedparser.parse(client.get(f"{address}.atom").content).entries[0]
    assert (entry.title, entry.author, entry.link) == (
        "Hana on “A Quiet Harbour”",
        "Hana",
        f"http://testserver/replies/{reply.pk}/",
    )
    assert entry.content[0].value == "<p>It <em>stays</em> with me.</p>"
    assert entry.id == f"tag:testserver,{reply.created_at:%Y-%m-%d}:replies/{reply.pk}"


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize("state", [State.HELD, State.SPAM, State.REMOVED])
def test_reply_that_is_not_shown_is_in_no_feed(client, said, address, state):
    said("Unread.", state=state)
    said("Taken back.").remove()
    assert said_in(client, address) == []


@pytest.mark.parametrize("address", FEEDS)
def test_what_is_shown_last_comes_first(client, said, address, time_machine_at):
    time_machine_at(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    held = said("Waited.", state=State.HELD)
    time_machine_at(datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC))
    said("At once.")
    time_machine_at(datetime.datetime(2026, 1, 3, tzinfo=datetime.UTC))
    held.approve()
    assert said_in(client, address) == ["<p>Waited.</p>\n", "<p>At once.</p>\n"]


@pytest.mark.parametrize("address", FEEDS)
def test_what_gives_the_story_away_is_left_out(client, said, address):
    said("In the end ||she *dies*|| and he knows.")
    said("To the end ||of it")
    assert said_in(client, address) == [
        "<p>To the end …</p>\n",
        "<p>In the end … and he knows.</p>\n",
    ]


@pytest.mark.parametrize("address", FEEDS)
def test_reply_about_an_episode_is_not_told(client, said, address):
    said("She dies.", about_episode=5)
    assert said_in(client, address) == ["<p>On episode 5: …</p>"]


def test_feed_of_a_drama_has_its_own_replies_alone(client, said):
    said("Here.")
    Reply.objects.post(DramaFactory(), name="Kenji", body="There.", state=State.PUBLISHED)
    assert titles(client, FEEDS[1]) == ["Hana on “A Quiet Harbour”"]
    assert len(titles(client, FEEDS[0])) == 2


@pytest.mark.parametrize("format", ["atom", "json"])
@pytest.mark.parametrize("publication", ["draft", "scheduled"])
def test_feed_of_what_is_not_published_does_not_exist(client, said, format, publication):
    said("Secret.")
    later = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
    Drama.objects.update(publication=publication, publish_at=later)
    assert client.get(f"/dramas/a-quiet-harbour/replies.{format}").status_code == 404
    assert b"Secret" not in client.get(f"/feeds/replies.{format}").content


def test_feed_at_a_former_address_has_moved(client, drama):
    FormerSlugFactory(drama=drama, slug="once")
    response = client.get("/dramas/once/replies.atom")
    assert (response.status_code, response["Location"]) == (
        301,
        "/dramas/a-quiet-harbour/replies.atom",
    )


@pytest.mark.parametrize("address", FEEDS)
def test_nobodys_address_or_key_is_in_a_feed(client, said, address):
    reply = said("Words.", email="zebra@quokka.example", website="https://hana.example/")
    for format in ("atom", "json"):
        text = client.get(f"{address}.{format}").content.decode()
        for secret in ("quokka", reply.email_key, reply.email_sealed, reply.fingerprint):
            assert secret not in text


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize("rows", [0, 3])
def test_feeds_keep_to_their_schemas(client, drama, said, address, rows):
    for _ in range(rows):
        said(name="<b>&")
    atom, feed = (client.get(f"{address}.{format}").content for format in ("atom", "json"))
    assert (xml_faults("atom", atom), json_faults("feed", feed)) == ([], [])
    assert feedparser.parse(atom).bozo is False


@pytest.mark.parametrize(("address", "queries"), [(FEEDS[0], 1), (FEEDS[1], 2)])
@pytest.mark.parametrize("rows", [1, 3])
def test_feed_takes_as_many_queries_for_many(
    client, said, address, queries, rows, django_assert_num_queries
):
    for _ in range(rows):
        said()
    with django_assert_num_queries(queries):
        client.get(f"{address}.atom")


@pytest.mark.parametrize("page", ["/dramas/a-quiet-harbour/", "/dramas/a-quiet-harbour/replies/"])
def test_page_of_a_drama_tells_of_its_feed(client, drama, page):
    html = client.get(page).content.decode()
    assert 'href="/dramas/a-quiet-harbour/replies.atom"' in html
    assert 'href="/dramas/a-quiet-harbour/replies.json"' in html
