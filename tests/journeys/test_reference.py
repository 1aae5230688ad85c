"""The page that this site was conceived from is on the page of its drama, line by line."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.shared]

ADDRESS = "/dramas/1-litre-of-tears/"


def reference_lines(shared):
    text = (shared / "reference" / "1-litre-of-tears.txt").read_text()
    lines = [line.removeprefix("- ").strip() for line in text.splitlines() if line.strip()]
    title, lead, *rest = lines
    return [title, lead.partition(". ")[0], *rest]


def in_order(lines, text):
    """The first line that does not follow where the one before it ended, or None."""
    place = 0
    for line in lines:
        found = text.find(line, place)
        if found < 0:
            return line
        place = found + len(line)
    return None


def test_in_order_finds_what_is_missing_or_out_of_place():
    assert in_order(["a", "b"], "a then b") is None
    assert in_order(["b", "a"], "a then b") == "a"


def test_every_line_of_the_reference_is_on_the_page(
    demo, live_server, page_without_scripts, shared
):
    response = page_without_scripts.goto(live_server.url + ADDRESS)
    assert response.status == 200
    text = page_without_scripts.inner_text("main")
    assert in_order(reference_lines(shared), text) is None
