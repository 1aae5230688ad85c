"""With scripts, an answer is written beneath the reply; what is typed is kept."""

import pytest
from playwright.sync_api import expect

from comments.models import Reply, State
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(page, live_server, transactional_db):
    drama = DramaFactory(slug="quiet", title="A Quiet Harbour")
    for name in ("Hana", "Mei"):
        Reply.objects.post(drama, name=name, body="Words.", state=State.PUBLISHED)
    page.goto(live_server.url + "/dramas/quiet/")
    return page


def answer(page, name):
    return page.get_by_role("link", name=f"Answer {name}")


def open_answer(page, name):
    answer(page, name).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#answer-comment")).to_be_focused()


def test_answer_opens_in_place_and_keeps_what_was_typed(page):
    open_answer(page, "Hana")
    page.keyboard.type("I thought so too.")
    assert findings(page) == []
    page.keyboard.press("Escape")
    assert page.locator("#answer-comment").count() == 0
    assert page.evaluate("document.activeElement.className") == "reply-answer"
    open_answer(page, "Mei")
    assert page.locator("#answer-comment").count() == 1
    assert page.input_value("#answer-comment") == ""
    open_answer(page, "Hana")
    assert page.input_value("#answer-comment") == "I thought so too."
    assert page.url.endswith("/dramas/quiet/")


def test_answer_in_place_is_posted_beneath_what_it_answers(page):
    open_answer(page, "Mei")
    page.keyboard.type("Yes.")
    page.fill("#answer-name", "Jo")
    page.fill("#answer-email", "jo@example.org")
    with page.expect_navigation():
        page.locator(".reply .form").get_by_role("button", name="Post Comment").click()
    assert Reply.objects.get(name="Jo").parent.name == "Mei"


def test_answer_that_cannot_be_fetched_has_a_page_of_its_own(page):
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }")
    with page.expect_navigation():
        answer(page, "Hana").click()
    assert page.url.endswith("/answer/")
