"""All that a visitor may do, without a mouse, with scripts and without."""

import json
import re

import pytest
from django.core import mail

from comments.models import Reply, State
from tests.comments.letters import links_of
from tests.factories import DramaFactory

pytestmark = pytest.mark.browser

FOCUSED = """() => { const at = document.activeElement, style = getComputedStyle(at);
    return [at.id || at.textContent.trim(), style.outlineStyle !== "none"]; }"""
MOST_TABS = 400


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def keyboard(browser, request):
    """A page of which only keys are pressed."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def quiet(transactional_db):
    return DramaFactory(slug="quiet", title="A Quiet Harbour")


def tab_to(page, wanted):
    """Tab until it has the focus, which is seen at every step."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        at, is_seen = page.evaluate(FOCUSED)
        assert is_seen, at
        if at == wanted:
            return
    raise AssertionError(f"{wanted} is not reached")


def type_into(page, wanted, text):
    tab_to(page, wanted)
    page.keyboard.type(text)


def enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def go_on(page, *wanted):
    for each in wanted:
        tab_to(page, each)
        enter(page)


def write(page, comment, mail):
    type_into(page, "reply-comment", comment)
    type_into(page, "reply-name", "Hana")
    type_into(page, "reply-email", "hana@example.org")
    type_into(page, "reply-mail", mail)
    go_on(page, "Post Comment")


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def test_reply_is_reached_from_the_front_page_by_keys_alone(demo, live_server, keyboard):
    page = keyboard
    page.goto(f"{live_server.url}/")
    type_into(page, "search-q", "litre of tears")
    enter(page)
    tab_to(page, "1 Litre of Tears")
    enter(page)
    before = Reply.objects.count()
    type_into(page, "reply-comment", "Seen again after ten years.")
    type_into(page, "reply-name", "Mei")
    type_into(page, "reply-email", "mei@example.org")
    tab_to(page, "Post Comment")
    enter(page)
    assert "Seen again after ten years." in page.inner_text("main")
    assert Reply.objects.count() == before + 1


def test_first_key_leads_past_the_masthead(demo, live_server, keyboard):
    page = keyboard
    page.goto(f"{live_server.url}/dramas/1-litre-of-tears/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["Skip to the content", True]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_own_reply_is_corrected_and_withdrawn_by_keys_alone(live_server, keyboard, quiet):
    page = keyboard
    page.goto(f"{live_server.url}/dramas/quiet/")
    write(page, "Frist words.", mail="Nothing")
    assert "held until an editor approves it" in page.locator(".notice").inner_text()
    go_on(page, "Correct")
    tab_to(page, "reply-comment")
    page.keyboard.press("Control+A")
    page.keyboard.type("First words.")
    go_on(page, "Save the correction")
    assert Reply.objects.get().body == "First words."
    go_on(page, "Withdraw", "Withdraw")
    assert Reply.objects.get().is_withdrawn


def test_mail_is_asked_for_and_ended_by_keys_alone(live_server, keyboard, quiet):
    page = keyboard
    page.goto(f"{live_server.url}/dramas/quiet/")
    write(page, "Words.", mail="Of answers to this comment")
    page.goto(links_of(mail.outbox[0])["confirm"])
    go_on(page, "Yes, tell me at once")
    assert heading(page) == "You will be told"
    reply = Reply.objects.get()
    reply.approve()
    Reply.objects.post(quiet, parent=reply, name="Mei", body="Yes.", state=State.PUBLISHED)
    page.goto(links_of(mail.outbox[1])["stop"])
    go_on(page, "Unsubscribe")
    assert heading(page) == "You are unsubscribed"


def test_data_is_taken_along_and_erased_by_keys_alone(live_server, keyboard, quiet):
    page, hana = keyboard, "hana@example.org"
    Reply.objects.post(quiet, name="Hana", body="Words.", email=hana, state=State.PUBLISHED)
    page.goto(f"{live_server.url}/dramas/quiet/")
    go_on(page, "Privacy", "Your data")
    type_into(page, "data-email", hana)
    go_on(page, "Send me the link")
    page.goto(re.search(r"http\S+", mail.outbox[0].body)[0])
    tab_to(page, "Download the file")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    taken = json.loads(download.value.path().read_text())
    assert [reply["comment"] for reply in taken["replies"]] == ["Words."]
    tab_to(page, "data-sure")
    page.keyboard.press("Space")
    go_on(page, "Erase")
    assert heading(page) == "Erased"
    assert Reply.objects.get().is_withdrawn
