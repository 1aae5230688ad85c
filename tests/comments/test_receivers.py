from urllib.parse import parse_qs

import pytest

from comments.models import State
from tests.listener import listening

FEEDS = [
    "/feeds/replies.atom",
    "/feeds/replies.json",
    "/dramas/a-quiet-harbour/replies.atom",
    "/dramas/a-quiet-harbour/replies.json",
]


@pytest.fixture
def heard(settings):
    """The paths of the feeds that the hub is told of."""
    with listening() as (url, heard):
        settings.SITE_URL, settings.WEBSUB_HUB = "https://dramas.example", url
        yield lambda: [
            parse_qs(body)["hub.url"][0].removeprefix("https://dramas.example")
            for _, _, body in heard
        ]


def test_hub_is_told_when_a_reply_is_shown_and_when_it_is_removed(said, heard):
    reply = said(state=State.HELD)
    assert heard() == []
    reply.approve()
    assert heard() == FEEDS
    reply.remove()
    assert heard() == FEEDS * 2


def test_hub_is_not_told_of_what_was_never_shown(said, heard):
    said(state=State.HELD).mark_spam()
    assert heard() == []
