"""Long threads, and one's own way of reading them, without any script."""

import pytest

from comments.models import Reply, State
from tests.factories import DramaFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REPLIES = "/dramas/quiet/replies/"


@pytest.fixture
def said(transactional_db):
    drama = DramaFactory(slug="quiet", title="A Quiet Harbour", episode_count=12)

    def write(body, **given):
        return Reply.objects.post(drama, name="Hana", body=body, state=State.PUBLISHED, **given)

    return write


@pytest.fixture
def answers(said):
    top = said("Who is the best of the four?")
    return [said(f"Answer {number}.", parent=top) for number in range(12)]


def is_in_view(page, text):
    box = page.get_by_text(text, exact=True).bounding_box()
    return box is not None and 0 <= box["y"] <= page.viewport_size["height"]


def test_tail_of_a_thread_is_opened_by_keyboard(live_server, page_without_scripts, answers):
    page = page_without_scripts
    page.goto(live_server.url + REPLIES)
    assert not page.get_by_text("Answer 11.").is_visible()
    page.locator("summary", has_text="7 more answers").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Answer 11.").is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_permanent_link_lands_where_the_reply_is_seen(
    live_server, page_without_scripts, answers, width
):
    page = page_without_scripts
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(live_server.url + answers[11].get_absolute_url())
    assert is_in_view(page, "Answer 11.")


def test_address_of_a_folded_place_unfolds_it(live_server, page_without_scripts, answers):
    page = page_without_scripts
    page.goto(f"{live_server.url}{REPLIES}#reply-{answers[11].pk}")
    assert is_in_view(page, "Answer 11.")


def test_visitor_says_how_far_he_has_come(live_server, page_without_scripts, said):
    for episode in (3, 7):
        said(f"What happens in {episode}.", about_episode=episode)
    page = page_without_scripts
    page.goto(live_server.url + "/dramas/quiet/")
    page.get_by_label("I have seen up to episode").fill("5")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Newest first").click()
    assert page.get_by_text("What happens in 3.").is_visible()
    assert not page.get_by_text("What happens in 7.").is_visible()
    assert page.get_by_label("I have seen up to episode").input_value() == "5"
    assert page.context.cookies() == []
