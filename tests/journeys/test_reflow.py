"""At 400 % zoom of a small screen, with wide spacing of text: nothing is cut off or beside it."""

import pytest

from comments.models import Reply
from tests.conversations import write_conversation
from tests.factories import DramaFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((each) => {
    const box = each.getBoundingClientRect(), style = getComputedStyle(each);
    if (!box.width || each.closest(".visually-hidden, .skip-link")) return false;
    const isBeside = box.left < 0 || box.right > innerWidth + 1;
    const isTyped = each.matches("input, textarea, select");
    const hides = !isTyped && ["hidden", "clip"].includes(style.overflowX);
    const isWide = !isTyped && each.scrollWidth > each.clientWidth + 1 && each.clientWidth;
    return isBeside || isWide || (hides && each.scrollHeight > each.clientHeight + 1);
}).map((each) => each.outerHTML.slice(0, 100))"""
LONG = "Incomprehensibilities" * 3
TYPED = {"comment": f"{LONG}\n\n- {LONG}\n\n> {LONG}", "name": LONG, "email": "mei@example.org"}


@pytest.fixture
def page(browser, live_server, transactional_db):
    drama = DramaFactory(slug="quiet", title="A Quiet Harbour", episode_count=12)
    write_conversation(drama, 101, parents=lambda pks: pks[len(pks) // 2], first=1)
    Reply.objects.update(name=LONG)
    with browser.new_context(viewport=ZOOMED, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/dramas/quiet/")
        yield page


def cut_off(page):
    page.add_style_tag(content=SPACED)
    beside = page.evaluate("document.documentElement.scrollWidth") > ZOOMED["width"]
    return page.evaluate(CUT_OFF) + (["wider than the window"] if beside else [])


def press(page, name, typed):
    for field, value in typed.items():
        page.fill(f"#reply-{field}", value)
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_what_is_cut_off_is_found(page):
    page.set_content("<p>Short<p>" + LONG)
    assert [each[:8] for each in cut_off(page)] == ["<p>Incom", "wider th"]


def test_nothing_is_cut_off(page):
    found, drama = {}, page.url
    found["drama"] = cut_off(page)
    press(page, "Post Comment", {"episode": LONG, "email": "mei", "website": LONG})
    found["five errors"] = cut_off(page)
    press(page, "Post Comment", {**TYPED, "episode": "", "website": ""})
    found["own"], own = cut_off(page), page.url
    page.goto(f"{own}correct/")
    Reply.objects.update(name=f"Other {LONG}")
    press(page, "Save the correction", {"comment": LONG})
    assert page.locator(".quoted").count() == 1
    found["changed meanwhile"] = cut_off(page)
    page.goto(drama.replace("dramas/quiet", "replies/1/thread") + "?page=2")
    found["thread"] = cut_off(page)
    assert {kind: each for kind, each in found.items() if each} == {}
