"""Name, email and website are kept in the visitor's own browser, if asked for."""

import pytest

from comments.visitor import COOKIE
from tests.factories import DramaFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = {"name": "Mei", "email": "mei@example.org", "website": "example.org"}
KEPT = "localStorage.getItem('dramasite.visitor')"
FORMS = ("/dramas/quiet/", "/dramas/quiet/replies/")


@pytest.fixture
def forms(live_server):
    DramaFactory(slug="quiet")
    return [live_server.url + address for address in FORMS]


def values(page):
    return {name: page.input_value(f"#reply-{name}") for name in TYPED}


def post(page, comment, **typed):
    page.fill("#reply-comment", comment)
    for name, value in typed.items():
        page.fill(f"#reply-{name}", value)
    page.get_by_role("button", name="Post Comment").click()


def names_of_cookies(page):
    return [cookie["name"] for cookie in page.context.cookies()]


def test_nothing_is_kept_without_being_asked(page, forms):
    page.goto(forms[0])
    assert names_of_cookies(page) == []
    assert not page.is_checked("#reply-remember")
    post(page, "One.", **TYPED)
    page.wait_for_url("**/replies/own/**")
    assert page.evaluate("localStorage.length") == 0
    assert names_of_cookies(page) == [COOKIE]


def test_what_was_kept_fills_every_form_until_it_is_forgotten(page, forms):
    page.goto(forms[0])
    page.check("#reply-remember")
    post(page, "One.", **TYPED)
    page.wait_for_url("**/replies/own/**")
    for form in forms:
        page.goto(form)
        assert (values(page), page.is_checked("#reply-remember")) == (TYPED, True)
    page.uncheck("#reply-remember")
    assert page.evaluate(KEPT) is None
    page.reload()
    assert values(page) == dict.fromkeys(TYPED, "")
    assert names_of_cookies(page) == [COOKIE]


def test_what_was_typed_is_newer_than_what_was_kept(page, forms):
    page.goto(forms[0])
    page.check("#reply-remember")
    post(page, "", **TYPED | {"email": "wrong"})
    page.wait_for_selector(".error-summary")
    assert values(page) == TYPED | {"email": "wrong"}


def test_promise_is_not_shown_without_scripts(page_without_scripts, forms):
    page_without_scripts.goto(forms[0])
    assert page_without_scripts.locator(".remember").is_hidden()
