"""Asking for one's data, seeing it, taking it along and erasing it, with scripts and without."""

import json
import re

import pytest
from django.core import mail

from comments.models import Reply, State
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HANA = "hana@example.org"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def reader(browser, request):
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def replies(transactional_db):
    drama = DramaFactory(slug="quiet", title="A Quiet Harbour")
    given = {"name": "Hana", "email": HANA, "state": State.PUBLISHED}
    mine = Reply.objects.post(drama, body="What I said.", **given)
    Reply.objects.post(drama, body="What I said too.", **given | {"state": State.HELD})
    others = {"name": "Mei", "email": "mei@example.org"}
    Reply.objects.post(drama, body="An answer.", parent=mine, **given | others)
    return mine


def ask(page, site, address):
    page.goto(f"{site}/dramas/quiet/")
    page.locator("footer").get_by_role("link", name="Privacy").click()
    page.get_by_role("link", name="Your data").click()
    page.get_by_label("Email").fill(address)
    page.get_by_role("button", name="Send me the link").click()
    page.wait_for_url("**/privacy/data/asked/")


def test_reader_sees_takes_along_and_erases(live_server, reader, replies):
    page, site = reader, live_server.url
    ask(page, site, HANA)
    (letter,) = mail.outbox
    page.goto(re.search(r"http\S+", letter.body)[0])
    assert page.locator(".held-list > li").count() == 2
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the file").click()
    taken = json.loads(download.value.path().read_text())
    assert [reply["comment"] for reply in taken["replies"]] == ["What I said too.", "What I said."]

    page.get_by_role("button", name="Erase").click()
    assert "Say that you are sure" in page.locator(".error-summary").inner_text()
    page.get_by_label("Yes, erase everything").check()
    page.get_by_role("button", name="Erase").click()
    page.wait_for_url("**/privacy/data/erased/")

    page.goto(f"{site}/dramas/quiet/")
    told = page.locator(".replies").inner_text()
    assert "An answer." in told
    assert "withdrawn by its author" in told
    assert "What I said" not in told
    assert page.goto(f"{site}/replies/{replies.pk}/").status == 410


def test_stranger_is_told_the_same_and_nothing_is_mailed(live_server, reader, replies):
    ask(reader, live_server.url, "stranger@example.org")
    assert "If anything is held under that address" in reader.locator("main").inner_text()
    assert mail.outbox == []


def test_every_page_of_it_is_accessible(live_server, page, replies):
    site, found = live_server.url, {}

    def look(name):
        if faults := findings(page):
            found[name] = faults

    ask(page, site, HANA)
    look("asked")
    page.goto(re.search(r"http\S+", mail.outbox[0].body)[0])
    look("data")
    page.get_by_role("button", name="Erase").click()
    page.wait_for_url("**/erase/")
    look("not sure")
    page.get_by_label("Yes, erase everything").check()
    page.get_by_role("button", name="Erase").click()
    page.wait_for_url("**/privacy/data/erased/")
    look("erased")
    page.goto(f"{site}/privacy/data/")
    look("ask")
    page.get_by_role("button", name="Send me the link").click()
    page.wait_for_selector(".error-summary")
    look("nothing typed")
    assert found == {}
