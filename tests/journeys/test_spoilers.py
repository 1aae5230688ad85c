"""What gives the story away: unseen and unheard until a reader opens it, without any script."""

import pytest

from comments.models import Reply, State
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/dramas/quiet/"


@pytest.fixture
def page(page_without_scripts, live_server, transactional_db):
    drama = DramaFactory(slug="quiet", title="A Quiet Harbour", episode_count=12)

    def say(body, **given):
        Reply.objects.post(drama, name="Hana", body=body, state=State.PUBLISHED, **given)

    say("She finds ||her [twin](https://u.test)|| there.\n\n||In the\n\nend||.")
    say("He never comes home.", about_episode=5)
    page_without_scripts.goto(live_server.url + ADDRESS)
    return page_without_scripts


def heard(page):
    return page.locator(".replies").aria_snapshot()


def test_spoiler_is_neither_seen_nor_heard_until_it_is_opened(page):
    seen = page.locator(".replies").inner_text()
    assert "She finds Spoiler there." in " ".join(seen.replace("+", "").split())
    for word in ("twin", "In the", "end", "never comes"):
        assert word not in seen
        assert word not in heard(page)
    assert page.get_by_role("checkbox", name="Spoiler", exact=True).count() == 1


def test_paragraphs_of_a_spoiler_are_opened_at_once(page):
    page.locator("summary", has_text="Spoiler").focus()
    page.keyboard.press("Enter")
    for word in ("In the", "end."):
        assert page.get_by_text(word, exact=True).is_visible()


def test_spoiler_is_opened_and_closed_by_keyboard(page):
    switch = page.get_by_role("checkbox", name="Spoiler", exact=True).first
    switch.focus()
    page.keyboard.press("Space")
    assert page.get_by_role("link", name="twin").is_visible()
    assert "In the" not in page.locator(".replies").inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == "https://u.test/"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert not page.get_by_role("link", name="twin").is_visible()


def test_reply_about_an_episode_is_opened_by_keyboard(page):
    page.locator("summary", has_text="On episode 5").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("He never comes home.").is_visible()


def test_switches_can_be_hit(page):
    for switch in page.locator(".spoiler, .fold > summary").all():
        box = switch.bounding_box()
        assert box["width"] >= 24
        assert box["height"] >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_folded_and_opened_pages_are_accessible(page, browser, scheme):
    # axe is a script: the page itself needs none.
    with browser.new_context(color_scheme=scheme) as context:
        scripted = context.new_page()
        scripted.goto(page.url)
        assert findings(scripted) == []
        for switch in scripted.locator(".spoiler, .fold > summary").all():
            switch.click()
        assert findings(scripted) == []
