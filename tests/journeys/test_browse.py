"""Choosing dramas: with a script in place, without one by a button, at the same addresses."""

import datetime

import pytest
from playwright.sync_api import expect

from tests.factories import CountryFactory, DramaFactory, DramaTagFactory, GenreFactory
from tests.journeys.test_accessibility import WIDTHS, findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address(live_server):
    """Three dramas: a medical one of each country, and one of Japan that is not."""
    medical, war = GenreFactory(name="Medical"), GenreFactory(name="War")
    japan = CountryFactory()
    korea = CountryFactory(code="KR", slug="south-korea")
    for title, genre, country in (
        ("Red", medical, japan),
        ("Blue", medical, korea),
        ("Green", war, japan),
    ):
        drama = DramaFactory(
            title=title,
            slug=title.lower(),
            status="ended",
            released_on=datetime.date(2005, 1, 1),
            released_precision="year",
            genres=[genre],
            countries=[country],
        )
        DramaTagFactory(drama=drama)
    return f"{live_server.url}/dramas/"


def shown(page):
    return page.locator(".card-title").all_inner_texts()


def heading(page):
    return page.locator("h1").inner_text()


def test_choice_is_made_in_place_and_taken_back_by_history(page, address):
    page.goto(address)
    page.evaluate("window.isTheSamePage = true")
    page.get_by_label("Medical").check()
    page.wait_for_url("**/dramas/?genre=medical")
    expect(page.locator("h1")).to_have_text("2 medical dramas, most popular first")
    page.get_by_label("Japan").check()
    page.wait_for_url("**/dramas/?genre=medical&country=japan")
    expect(page.locator("h1")).to_have_text("1 medical drama from Japan")
    assert shown(page) == ["Red"]
    assert page.title() == "Medical dramas from Japan – Dramasite"
    assert page.evaluate("document.activeElement.id") == "country-japan"
    assert page.get_by_role("status").inner_text() == "1 medical drama from Japan"
    page.go_back()
    expect(page.locator(".card")).to_have_count(2)
    assert page.get_by_label("Japan").is_checked() is False
    assert page.evaluate("window.isTheSamePage")


def test_chip_and_order_work_in_place(page, address):
    page.goto(f"{address}?genre=medical&country=japan")
    page.evaluate("window.isTheSamePage = true")
    page.get_by_role("link", name="Take back: Japan").click()
    page.wait_for_url("**/dramas/?genre=medical")
    page.get_by_role("link", name="Title").click()
    page.wait_for_url("**/dramas/?genre=medical&sort=title")
    expect(page.locator("h1")).to_have_text("2 medical dramas, by title")
    assert shown(page) == ["Blue", "Red"]
    assert page.evaluate("window.isTheSamePage")


def test_span_of_years_is_typed(page, address):
    page.goto(f"{address}?years=2000-2009")
    page.get_by_label("First year").fill("2004")
    page.get_by_label("Last year").fill("2001")
    page.get_by_label("Last year").press("Enter")
    page.wait_for_url("**/dramas/?years=2001-2004")
    expect(page.locator("h1")).to_have_text("No dramas, 2001 to 2004")
    page.get_by_role("link", name="Without “2001 to 2004”: 3 dramas").click()
    page.wait_for_url(address)


def test_form_works_without_scripts(page_without_scripts, address):
    page = page_without_scripts
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address)
    page.get_by_label("War").check()
    page.get_by_label("Japan").check()
    page.get_by_role("button", name="Show").click()
    assert page.url == f"{address}?genre=war&country=japan"
    assert (heading(page), shown(page)) == ("1 war drama from Japan", ["Green"])
    page.get_by_role("link", name="Take everything back").click()
    assert page.url == address


def test_form_is_folded_on_a_phone(page_without_scripts, address):
    page = page_without_scripts
    page.set_viewport_size({"width": WIDTHS["phone"], "height": 800})
    page.goto(address)
    assert page.get_by_label("Medical").is_hidden()
    page.get_by_text("Narrow the list").click()
    page.get_by_label("Medical").check()
    page.get_by_role("button", name="Show").click()
    assert page.url == f"{address}?genre=medical"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize(
    "query", ["?genre=medical&sort=title", "?years=2001-2004&genre=war", "?tag=gone"]
)
def test_choice_is_accessible(page, address, query, width, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + query)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
