"""Looking for a drama: by keys alone with suggestions, and without scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_suggestion_is_chosen_by_keys(demo, live_server, page):
    page.goto(live_server.url + "/")
    box = page.get_by_role("combobox")
    box.press_sequentially("litre")
    option = page.get_by_role("option", name="1 Litre of Tears").first
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    box.press("Enter")
    page.wait_for_url("**/dramas/1-litre-of-tears/")


def test_suggestions_go_away_and_the_typed_words_are_searched(demo, live_server, page):
    page.goto(live_server.url + "/")
    box = page.get_by_role("combobox")
    box.press_sequentially("litr")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert box.input_value() == "litr"
    box.press("Enter")
    page.wait_for_url("**/search/?q=litr")
    expect(page.get_by_role("heading", name="1 Litre of Tears").first).to_be_visible()


def test_search_works_without_scripts(demo, live_server, page_without_scripts):
    page = page_without_scripts
    page.goto(live_server.url + "/people/")
    page.get_by_role("searchbox").fill("ikeuchi aya")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=ikeuchi+aya")
    page.get_by_role("link", name="1 Litre of Tears", exact=True).click()
    page.wait_for_url("**/dramas/1-litre-of-tears/")
