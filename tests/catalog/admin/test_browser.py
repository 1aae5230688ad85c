"""Every kind of admin page in a real browser: the policy is strict, and nothing breaks it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from catalog.merging import merge
from catalog.revisions import note_as_found
from tests import factories
from tests.catalog.admin.test_drama import full_drama

pytestmark = pytest.mark.browser


@pytest.fixture
def logged_in(page, live_server, admin_client):
    cookie = admin_client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    return page


def violations(messages):
    return [text for text in messages if "Failed to load resource" not in text]


def test_no_admin_page_breaks_the_policy(logged_in, live_server, console):
    drama = full_drama(3)
    episode = factories.EpisodeFactory(season=drama.seasons.first())
    rows = [
        drama,
        drama.credits.first().person,
        episode.season,
        episode,
        drama.genres.first(),
        drama.poster,
    ]
    addresses = ["/admin/", "/admin/catalog/drama/?q=drama&publication=visible"]
    for row in rows:
        folder = f"/admin/catalog/{row._meta.model_name}/"
        pages = ("change", "history", "delete")
        addresses += [folder, *(f"{folder}{row.pk}/{page}/" for page in pages)]
        if row != drama.poster:
            addresses.append(f"{folder}add/")
    for address in addresses:
        logged_in.goto(live_server.url + address)
        assert logged_in.locator("#container").count() == 1
    assert violations(console) == []


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_below_a_drama_have_no_finding_of_axe(logged_in, live_server, console, scheme):
    drama, other = full_drama(2), factories.DramaFactory()
    note_as_found(drama.pk)
    revision = note_as_found(other.pk)
    factories.ListingFiguresFactory(drama=other)
    made = merge(factories.DramaFactory(), factories.DramaFactory())
    logged_in.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    folder = "/admin/catalog"
    for address in (
        f"{folder}/drama/{drama.pk}/gallery/",
        f"{folder}/drama/{drama.pk}/revisions/",
        f"{folder}/drama/{other.pk}/revisions/{revision.pk}/",
        f"{folder}/merge/{made.pk}/change/",
        f"{folder}/picture/{drama.poster_id}/change/",
    ):
        logged_in.goto(live_server.url + address)
        found = [each["id"] for each in Axe().run(logged_in).response["violations"]]
        assert (address, found) == (address, [])
    assert violations(console) == []


def test_season_and_tag_are_added_in_the_browser(logged_in, live_server, console):
    drama = factories.DramaFactory()
    tag = factories.TagFactory(name="Healing")
    address = f"{live_server.url}/admin/catalog/drama/{drama.pk}/change/"
    logged_in.goto(address)
    logged_in.click("#seasons-group .add-row a")
    logged_in.fill("#id_seasons-0-number", "1")
    logged_in.click(".field-plain_tags .select2-selection")
    logged_in.keyboard.type("heal")
    logged_in.click(".select2-results__option:has-text('Healing')")
    logged_in.locator("[name=_continue]").first.click()
    logged_in.wait_for_selector(".messagelist .success")
    assert [season.number for season in drama.seasons.all()] == [1]
    assert list(drama.tags.all()) == [tag]
    assert violations(console) == []
