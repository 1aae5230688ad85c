import pytest

from comments.discussion import discussion_of
from comments.metadata import replies_node
from comments.models import Reply, State
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db


def test_replies_have_author_time_and_text_without_spoilers():
    drama = DramaFactory(title="X", slug="x")

    def post(**said):
        return Reply.objects.post(drama, state=State.PUBLISHED, **said)

    first = post(name="Hana", body="so **sad** ||he dies||", email="hana@example.org")
    post(name="Ken", body="||all of it||", parent=first)
    post(name="Mei", body="He dies.", about_episode=5)
    gone = post(name="Gone", body="gone words", parent=first)
    gone.remove()
    discussion = discussion_of(drama)
    threads = discussion.shown(discussion.page(1).object_list[0])
    said = replies_node(drama, discussion.count, threads, lambda path: f"https://d.example{path}")
    assert (said["@type"], said["name"], said["commentCount"]) == ("TVSeries", "X", 3)
    assert [(each["author"]["name"], each.get("text")) for each in said["comment"]] == [
        ("Hana", "so sad …"),
        ("Ken", None),
        ("Mei", None),
    ]
    assert said["comment"][0]["dateCreated"] == first.created_at.isoformat(timespec="seconds")
    assert said["comment"][0]["url"] == f"https://d.example/replies/{first.pk}/"
    assert "example.org" not in str(said)
