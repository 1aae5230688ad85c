"""An editor makes a drama from nothing, illustrates it, publishes it and looks at it."""

import pytest
from django.conf import settings

from catalog.models import Drama
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NO_ALT = "Say what the picture shows: without it the picture cannot be published."
TYPED = {
    "title": "The Last Ferry",
    "native_title": "最後の船",
    "released": "2021-04",
    "synopsis": "A harbour town loses its ferry.",
    "alternative_titles-0-title": "Saigo no Fune",
    "seasons-0-number": "1",
    "credits-0-character": "Captain Mori",
}


@pytest.fixture
def desk(page, live_server, admin_client):
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": admin_client.cookies[name].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    factories.PersonFactory(name="Aoi Minato")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Add a drama").click()
    return page


def fill(page, **typed):
    for name, value in typed.items():
        page.fill(f"[name='{name}']", value)


def add_row(page, group):
    page.click(f"#{group}-group .add-row a")


def send_picture(page, name, colour, size):
    file = {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": factories.tiny_jpeg(colour, size)}
    page.set_input_files(f"[name='{name}_file']", file)


def save(page, button="_continue"):
    with page.expect_navigation():
        page.locator(f"[name={button}]").first.click()


def add_credit(page):
    add_row(page, "credits")
    page.click("#credits-0 .select2-selection")
    page.keyboard.type("aoi")
    page.click(".select2-results__option:has-text('Aoi Minato')")
    page.select_option("#id_credits-0-role", "main")


def write(page):
    for group in ("alternative_titles", "seasons"):
        add_row(page, group)
    add_credit(page)
    fill(page, **TYPED)


def seen(page):
    return {name: page.input_value(f"[name='{name}']") for name in TYPED}


def send_pictures(page):
    send_picture(page, "poster", "#224488", (400, 600))
    send_picture(page, "gallery-0-picture", "#448822", (640, 360))


def illustrate(page):
    add_row(page, "gallery")
    send_pictures(page)


def add_episode(page):
    page.get_by_role("link", name="0 episodes").click()
    add_row(page, "episodes")
    fill(page, **{"episodes-0-number": "1", "episodes-0-title": "The whistle"})
    save(page, "_save")


def test_drama_is_made_illustrated_published_and_seen(desk, console):
    write(desk)
    desk.select_option("#id_publication", "published")
    illustrate(desk)
    save(desk)
    assert desk.locator(".errorlist li").all_inner_texts() == [NO_ALT, NO_ALT]
    assert seen(desk) == TYPED
    assert desk.locator("#credits-0 [title='Aoi Minato']").count() == 1
    assert Drama.objects.count() == 0
    # No page can put a file back into a form: browsers forbid it.
    send_pictures(desk)
    fill(desk, poster_alt="A ferry at dusk", **{"gallery-0-picture_alt": "The empty pier"})
    save(desk)
    add_episode(desk)
    drama = Drama.objects.get()
    desk.goto(desk.url.split("/admin/")[0] + f"/admin/catalog/drama/{drama.pk}/change/")
    desk.get_by_role("link", name="View on site").click()
    assert desk.locator("h1").inner_text().startswith("The Last Ferry")
    for words in ("最後の船", "Saigo no Fune", "Captain Mori", "2021"):
        assert desk.get_by_text(words).first.is_visible(), words
    for alt in ("A ferry at dusk", "The empty pier"):
        picture = desk.get_by_role("img", name=alt)
        picture.scroll_into_view_if_needed()
        desk.wait_for_function("image => image.naturalWidth > 0", arg=picture.element_handle())
        assert picture.evaluate("image => image.currentSrc").endswith(".avif")
    assert console == []
