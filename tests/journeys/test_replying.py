"""A reply from the form to its page, as a person meets it; without scripts unless said."""

import pytest
from playwright.sync_api import expect

from comments.models import Conversation, Reply, State
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GOOD = {"comment": "Words.", "name": "Mei", "email": "mei@example.org", "website": ""}
FIVE_ERRORS = {
    "comment": "Write to mei@example.org",
    "name": "mei@example.org",
    "email": "mei@example.org",
    "website": "ftp://mei@example.org",
}


@pytest.fixture
def drama(transactional_db):
    return DramaFactory(slug="quiet", title="A Quiet Harbour")


@pytest.fixture
def said(drama):
    def write(body, **given):
        given = {"name": "Hana", "state": State.PUBLISHED} | given
        return Reply.objects.post(drama, body=body, **given)

    return write


def post(page, address, typed):
    page.goto(address)
    for name, value in typed.items():
        page.fill(f"#reply-{name}", value)
    with page.expect_navigation():
        page.get_by_role("button", name="Post Comment").click()


def seen(page):
    return {name: page.input_value(f"#reply-{name}") for name in GOOD}


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (GOOD | {"email": "mei"}, ["reply-email"]),
        (FIVE_ERRORS, ["reply-comment", "reply-name", "reply-name", "reply-website"]),
        (dict.fromkeys(GOOD, ""), ["reply-comment", "reply-name", "reply-email"]),
    ],
    ids=["one", "every field", "nothing typed"],
)
def test_errors_come_back_on_the_page(live_server, page_without_scripts, drama, typed, wrong):
    page = page_without_scripts
    post(page, f"{live_server.url}/dramas/quiet/", typed)
    assert page.title().startswith("Error: ")
    expect(page.locator(".error-summary")).to_be_focused()
    links = [link.get_attribute("href") for link in page.locator(".error-summary a").all()]
    assert list(dict.fromkeys(links)) == [f"#{name}" for name in dict.fromkeys(wrong)]
    for name in dict.fromkeys(wrong):
        assert page.locator(f"#{name}").get_attribute("aria-invalid") == "true"
        assert page.locator(f"#{name}_error").is_visible()
    page.locator(".error-summary a").first.click()
    assert page.evaluate("document.activeElement.id") == wrong[0]
    assert seen(page) == typed


def test_reply_leads_to_its_own_page(live_server, page_without_scripts, drama):
    page = page_without_scripts
    post(page, f"{live_server.url}/dramas/quiet/", GOOD | {"comment": "**Words**."})
    assert "/replies/own/" in page.url
    assert "held until an editor approves it" in page.locator(".notice").inner_text()
    assert page.locator(".reply-body strong").inner_text() == "Words"
    page.go_back()
    page.reload()
    post(page, f"{live_server.url}/dramas/quiet/", GOOD | {"comment": "**Words**."})
    assert "said exactly this here already" in page.locator(".error-summary").inner_text()
    assert Reply.objects.count() == 1


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 5, 6, 7])
def test_answer_is_given_at_every_depth(live_server, page_without_scripts, said, depth):
    page, parent = page_without_scripts, None
    for number in range(depth):
        parent = said(f"Depth {number + 1}.", parent=parent)
    page.goto(f"{live_server.url}/dramas/quiet/")
    page.locator(f"#reply-{parent.pk} .reply-answer").click()
    assert f"Depth {depth}." in page.locator(".quoted").inner_text()
    post(page, page.url, GOOD)
    answer = Reply.objects.latest("pk")
    answer.approve()
    assert answer.parent == parent
    page.goto(f"{live_server.url}/replies/{answer.pk}/")
    shown = page.locator(f"#reply-{answer.pk}")
    assert shown.locator("xpath=ancestor::ol").count() == min(depth + 1, 5)
    assert shown.locator(".reply-beside").count() == (depth >= 5)


def test_long_conversation_has_further_pages(live_server, page_without_scripts, said):
    replies = [said(f"Words {number}.") for number in range(120)]
    page = page_without_scripts
    page.goto(f"{live_server.url}/dramas/quiet/")
    page.get_by_role("link", name="More replies").click()
    assert page.locator("article.reply").count() == 50
    page.goto(f"{live_server.url}/replies/{replies[-1].pk}/")
    assert page.url.endswith(f"/dramas/quiet/replies/?page=3#reply-{replies[-1].pk}")


def test_every_page_of_a_reply_is_accessible(live_server, page, said):
    site, removed, shown = live_server.url, said("Gone."), said("Words.")
    removed.remove()
    found = {}

    def look(name):
        if faults := findings(page):
            found[name] = faults

    for path in ("dramas/quiet/replies/", f"replies/{shown.pk}/answer/", f"replies/{removed.pk}/"):
        page.goto(f"{site}/{path}")
        look(path)
    for number, typed in enumerate((GOOD | {"email": "mei"}, FIVE_ERRORS, GOOD, GOOD)):
        post(page, f"{site}/replies/{shown.pk}/answer/", typed)
        look(f"after post {number}")
    page.goto(f"{site}/dramas/quiet/")
    Conversation.objects.create(drama=shown.drama).close()
    with page.expect_navigation():
        page.get_by_role("button", name="Post Comment").click()
    look("closed meanwhile")
    page.goto(f"{site}/dramas/quiet/")
    look("closed")
    assert found == {}
