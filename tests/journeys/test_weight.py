"""What a first view of a full drama page costs a phone."""

import gzip
from pathlib import Path

import pytest

from comments.models import Reply, State
from dramasite.stylesheet import joined
from tests.factories import (
    CreditFactory,
    DramaFactory,
    EpisodeFactory,
    GalleryImageFactory,
    SeasonFactory,
)

KILOBYTE = 1024
SCRIPTS = Path(__file__).resolve().parent.parent.parent / "static" / "js"
SAID = (
    "The scene at the station stayed with me for days, and I am still not sure whether she knew. "
    "My sister says that she did, and that this is what the letter was about. Number {}."
)


def compressed(text):
    return len(gzip.compress(text.encode()))


@pytest.fixture
def full_drama(transactional_db):
    """50 replies, 8 pictures, a cast of 12 and 16 episodes."""
    drama = DramaFactory(slug="full", synopsis="A long story, told in many words. " * 30)
    season = SeasonFactory(drama=drama)
    for number in range(16):
        EpisodeFactory(season=season, number=number + 1)
    GalleryImageFactory.create_batch(8, drama=drama)
    CreditFactory.create_batch(12, drama=drama)
    for number in range(50):
        Reply.objects.post(
            drama, name=f"Reader {number}", body=SAID.format(number), state=State.PUBLISHED
        )
    return drama


def test_full_drama_page_weighs_little(client, full_drama):
    page = client.get("/dramas/full/").content.decode()
    assert page.count('class="reply-body"') == 50
    assert compressed(page) <= 25 * KILOBYTE


def test_styles_and_scripts_weigh_little():
    scripts = "\n".join(path.read_text() for path in SCRIPTS.glob("*.js"))
    assert compressed(joined()) <= 20 * KILOBYTE
    assert 0 < compressed(scripts) <= 10 * KILOBYTE


@pytest.mark.browser
def test_first_view_asks_for_little_and_only_here(full_drama, live_server, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(live_server.url + "/dramas/full/", wait_until="load")
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert len(asked) <= 12
