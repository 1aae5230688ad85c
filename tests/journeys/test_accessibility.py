"""Every kind of page, full and empty, in both schemes: no finding of axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import KINDS

pytestmark = pytest.mark.browser

WIDTHS = {"phone": 360, "desk": 1440}


def findings(page):
    results = Axe().run(page).response["violations"]
    return [(found["id"], [node["html"] for node in found["nodes"]]) for found in results]


def test_axe_finds_a_page_at_fault(page):
    page.set_content("<html><body><img src='x.png'></body></html>")
    assert "image-alt" in [found for found, _ in findings(page)]


@pytest.mark.long
def test_every_kind_of_page_is_accessible(every_kind, live_server, page):
    page.emulate_media(reduced_motion="reduce")
    found = {}
    for kind, address in KINDS.items():
        page.goto(live_server.url + address)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            if faults := findings(page):
                found[kind, scheme] = faults
    assert found == {}


@pytest.mark.long
def test_no_page_is_wider_than_the_window(every_kind, live_server, page):
    wide = {}
    for kind, address in KINDS.items():
        page.goto(live_server.url + address)
        for width in (320, 360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            shown = page.evaluate("document.documentElement.scrollWidth")
            if shown > width:
                wide[kind, width] = shown
    assert wide == {}


def test_no_page_breaks_the_content_policy(every_kind, live_server, page):
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    for address in KINDS.values():
        page.goto(live_server.url + address)
    assert [text for text in messages if "Content Security Policy" in text] == []
