"""From the front page to a reply without a mouse, with scripts and without."""

import pytest

from comments.models import Reply

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
