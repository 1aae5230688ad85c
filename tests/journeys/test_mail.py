"""Asking for mail, confirming it, being told and ending it: as a person does, in a browser."""

import pytest
from django.core import mail

from comments.models import Reply, State
from tests.comments.letters import links_of
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def drama(transactional_db):
    return DramaFactory(slug="quiet", title="A Quiet Harbour")


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request, browser):
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def said(parent, body):
    state = State.PUBLISHED
    return Reply.objects.post(parent.drama, parent=parent, name="Mei", body=body, state=state)


def test_mail_from_asking_to_the_end(live_server, page, drama):
    page.goto(f"{live_server.url}/dramas/quiet/")
    for name, value in {"comment": "Words.", "name": "Hana", "email": "h@example.org"}.items():
        page.fill(f"#reply-{name}", value)
    page.select_option("#reply-mail", label="Of answers to this comment")
    press(page, "Post Comment")
    assert "look into your mailbox" in page.locator(".notice").last.inner_text()
    page.goto(links_of(mail.outbox[0])["confirm"])
    press(page, "Yes, tell me at once")
    assert page.get_by_role("heading", level=1).inner_text() == "You will be told"
    reply = Reply.objects.get()
    reply.approve()
    said(reply, "I thought so, too.")
    told = mail.outbox[1]
    assert "> I thought so, too." in told.body
    page.goto(links_of(told)["stop"])
    press(page, "Unsubscribe")
    assert page.get_by_role("heading", level=1).inner_text() == "You are unsubscribed"
    page.get_by_role("link", name="All mail from Dramasite to you").click()
    assert page.get_by_role("button", name="End", exact=True).count() == 0
    said(reply, "Once more.")
    assert len(mail.outbox) == 2


def test_pages_of_mail_are_accessible(live_server, browser, drama):
    reply = Reply.objects.post(drama, name="Hana", body="Words.", state=State.PUBLISHED)
    found, page = {}, browser.new_page()

    def look(name):
        if faults := findings(page):
            found[name] = faults

    page.goto(f"{live_server.url}/replies/{reply.pk}/answer/")
    for name, value in {"comment": "Yes.", "name": "Mei", "email": "m@example.org"}.items():
        page.fill(f"#reply-{name}", value)
    page.select_option("#reply-mail", "all")
    press(page, "Post Comment")
    look("own page")
    letter = mail.outbox[-1]
    ways = links_of(letter)
    overview = next(url for url in ways.values() if "/mail/" in url and url.count("/") == 5)
    for name, url in (("confirm", ways["confirm"]), ("stop", ways["stop"]), ("all", overview)):
        page.goto(url)
        look(name)
    page.goto(ways["refuse"])
    press(page, "Never write to me again")
    look("refused")
    page.goto("about:blank")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.set_content(letter.alternatives[0].content)
        look(f"the mail itself, {scheme}")
    page.close()
    assert found == {}
