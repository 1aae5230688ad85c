"""Post, correct, verify and withdraw, as a person does it in a browser."""

import pytest
from playwright.sync_api import expect

from comments.models import Reply, Revision, State
from comments.own import manage_address
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = {"comment": "Frist words.", "name": "Mei", "email": "mei@example.org"}


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def any_page(browser, request):
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def drama(transactional_db):
    return DramaFactory(slug="quiet", title="A Quiet Harbour")


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def post(page, site):
    page.goto(f"{site}/dramas/quiet/")
    for name, value in TYPED.items():
        page.fill(f"#reply-{name}", value)
    press(page, "Post Comment")
    return Reply.objects.get()


def notice(page):
    return page.locator(".notice").inner_text()


def test_reply_is_corrected_and_withdrawn(live_server, any_page, drama):
    page = any_page
    reply = post(page, live_server.url)
    page.get_by_role("link", name="Correct").click()
    page.fill("#reply-comment", "")
    press(page, "Save the correction")
    expect(page.locator(".error-summary")).to_be_focused()
    page.fill("#reply-comment", "First words.")
    press(page, "Save the correction")
    assert page.locator(".reply-body").inner_text() == "First words."
    assert "corrected" in page.locator(".reply-header").inner_text()
    page.reload()
    assert [each.body for each in Revision.objects.all()] == ["Frist words."]
    page.get_by_role("link", name="Withdraw").click()
    assert not Reply.objects.get().is_withdrawn
    press(page, "Withdraw")
    assert "You have withdrawn this reply." in notice(page)
    assert Reply.objects.get().is_withdrawn
    page.go_back()
    page.reload()
    assert "You have withdrawn this reply." in notice(page)
    page.goto(f"{live_server.url}/replies/{reply.pk}/")
    assert page.locator("h1").inner_text() == "This reply was withdrawn by its author"


def test_mailed_link_is_opened_elsewhere_and_publishes(live_server, browser, any_page, drama):
    reply = post(any_page, live_server.url)
    elsewhere = browser.new_context(java_script_enabled=False).new_page()
    elsewhere.goto(live_server.url + manage_address(reply))
    assert "held until an editor approves it" in notice(elsewhere)
    press(elsewhere, "Yes, this is mine")
    assert "Your reply is published." in notice(elsewhere)
    elsewhere.get_by_role("link", name="Correct").click()
    elsewhere.fill("#reply-comment", "First words.")
    press(elsewhere, "Save the correction")
    elsewhere.get_by_role("link", name="See it where it stands").click()
    shown = elsewhere.locator(f"#reply-{reply.pk}")
    assert shown.locator(".reply-body").inner_text() == "First words."
    elsewhere.context.close()


def test_other_window_shows_both_texts(live_server, any_page, drama):
    page = any_page
    post(page, live_server.url)
    own = page.url
    page.goto(f"{own}correct/")
    other = page.context.new_page()
    other.goto(f"{own}correct/")
    other.fill("#reply-comment", "From the other window.")
    press(other, "Save the correction")
    page.fill("#reply-comment", "From this window.")
    press(page, "Save the correction")
    assert page.locator(".quoted .reply-body").inner_text() == "From the other window."
    assert page.input_value("#reply-comment") == "From this window."
    press(page, "Save the correction")
    assert page.locator(".reply-body").inner_text() == "From this window."


def pages_of(page, site, reply):
    """Each page of one's own reply, by what it is."""
    own, mailed = page.url, site + manage_address(reply)
    yield "own", own
    yield "correct", f"{own}correct/"
    yield "withdraw", f"{own}withdraw/"
    yield "mailed", mailed
    reply.approve()
    yield "published", own
    Reply.objects.update(created_at="2020-01-01T00:00Z")
    yield "no longer changed", own
    reply.withdraw()
    yield "withdrawn", own
    yield "gone", f"{site}/replies/{reply.pk}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits(live_server, page, drama, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    reply, found = post(page, live_server.url), {}
    page.set_viewport_size({"width": 320, "height": 800})
    for name, address in pages_of(page, live_server.url, reply):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth") > 320
        if faults := findings(page) + (["wider than the window"] if wide else []):
            found[name] = faults
    assert found == {}


def test_correction_that_is_wrong_is_accessible(live_server, page, drama):
    reply = post(page, live_server.url)
    page.goto(f"{page.url}correct/")
    page.fill("#reply-name", "")
    press(page, "Save the correction")
    assert findings(page) == []
    assert page.title().startswith("Error: ")
    reply.refresh_from_db()
    assert (reply.name, reply.state) == ("Mei", State.HELD)
