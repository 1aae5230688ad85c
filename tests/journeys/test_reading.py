"""Reading changes nothing, is told to nobody, and is the same for everyone."""

import pytest
from django.apps import apps

from comments.models import Conversation, Reply, State
from tests.factories import DramaFactory
from tests.journeys.crawl import crawl, plain_addresses


@pytest.fixture
def site(demo):
    """The demo, with a reply in every state and a conversation that is closed."""
    drama = DramaFactory(slug="quiet", title="Quiet")
    for state in State:
        Reply.objects.post(drama, name="Mei", body=state, email="mei@example.org", state=state)
    Conversation.objects.create(drama=DramaFactory(slug="closed")).close()


def starting_points():
    yield from plain_addresses()
    for reply in Reply.objects.all():
        yield from (f"/replies/{reply.pk}/", f"/replies/{reply.pk}/answer/")
        yield f"/admin/comments/reply/{reply.pk}/change/"


def rows():
    """All that the database holds."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


def assert_head_is_get(client, path, answer):
    head = client.head(path)
    assert (path, head.status_code) == (path, answer.status_code)
    assert b"".join(head) == b""
    assert without_length(head) == without_length(answer), path


def without_length(response):
    # The server adds it, where there is a body to measure.
    return {name: text for name, text in response.items() if name != "Content-Length"}


@pytest.mark.long
def test_pages_for_everyone_know_nobody(site, client):
    before, read = rows(), 0
    for path, answer, _ in crawl(client, starting_points()):
        if path.startswith("/admin/"):
            continue
        read += 1
        assert (path, dict(answer.cookies)) == (path, {})
        assert "cookie" not in answer.get("Vary", "").lower(), path
        assert_head_is_get(client, path, answer)
    assert read > 80
    assert rows() == before


@pytest.mark.long
def test_editors_change_nothing_by_reading(site, admin_client):
    before, read = rows(), 0
    for path, answer, _ in crawl(admin_client, starting_points(), within="/admin/"):
        read += 1
        # Django's door sends on with GET alone who is in already.
        if path != "/admin/login/":
            assert admin_client.head(path).status_code == answer.status_code, path
    assert read > 80
    assert rows() == before
