"""When writing began, asked by a script in a real browser."""

import pytest
from playwright.sync_api import expect

from comments.models import Reply, SpamRules
from tests.factories import DramaFactory

pytestmark = pytest.mark.browser
WORDS = "The last episode stays with me, and so does the letter that she never sent."


@pytest.fixture
def opened(transactional_db, live_server, page):
    SpamRules.objects.create(pk=1, asks_for_work=True)
    DramaFactory(slug="quiet")
    page.goto(f"{live_server.url}/dramas/quiet/")
    return page


def post(page):
    page.locator("#reply-name").fill("Hana")
    page.locator("#reply-email").fill("hana@example.org")
    page.get_by_role("button", name="Post Comment").click()
    page.wait_for_url("**/replies/own/**")


def checks():
    return [each["check"] for each in Reply.objects.get().reasons]


def test_browser_works_while_somebody_writes(opened):
    opened.locator("#reply-comment").focus()
    expect(opened.locator("[name=work]")).not_to_have_value("", timeout=20_000)
    opened.locator("#reply-comment").fill("I cry.")  # takes half a second
    post(opened)
    assert checks() == ["work", "newcomer"]


def test_words_of_an_earlier_visit_say_nothing_of_time(opened):
    opened.evaluate("words => document.querySelector('#reply-comment').value = words", WORDS)
    post(opened)
    assert checks() == ["newcomer"]
