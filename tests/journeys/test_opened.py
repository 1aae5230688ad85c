"""All that opens in a conversation, opened: no finding of axe, no error of the Nu checker."""

import pytest
from playwright.sync_api import expect

from comments.models import Reply, State
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings
from tests.journeys.test_markup import errors

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def opened(page, live_server, transactional_db):
    drama = DramaFactory(slug="quiet", title="A Quiet Harbour", episode_count=12)

    def say(body, **given):
        return Reply.objects.post(drama, name="Hana", body=body, state=State.PUBLISHED, **given)

    say("She finds ||her twin|| there.\n\n> ||In the\n>\n> - end\n>\n> of it||")
    say("||All\n\nof it||, I think.", about_episode=5)
    top = say("Who is the best?")
    for number in range(7):
        say(f"Answer {number}.", parent=top)
    page.goto(f"{live_server.url}/dramas/quiet/")
    for summary in page.locator(".replies summary").all():
        summary.click()
    page.locator(".spoiler > input").check()
    page.get_by_role("link", name="Answer Hana").last.click()
    expect(page.locator("#answer-comment")).to_be_focused()
    assert page.get_by_text("Answer 6.").is_visible()
    assert page.get_by_text("of it", exact=True).first.is_visible()
    return page


@pytest.fixture
def changed_meanwhile(page, live_server, transactional_db):
    DramaFactory(slug="quiet", title="A Quiet Harbour", episode_count=12)
    page.goto(f"{live_server.url}/dramas/quiet/")
    for name, value in {"comment": "Words.", "name": "Mei", "email": "m@example.org"}.items():
        page.fill(f"#reply-{name}", value)
    press(page, "Post Comment")
    page.goto(f"{page.url}correct/")
    Reply.objects.update(name="Mei from another window")
    press(page, "Save the correction")
    assert page.locator(".quoted").count() == 1
    return page


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("state", ["opened", "changed_meanwhile"])
def test_it_is_accessible(request, state):
    page = request.getfixturevalue(state)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert findings(page) == []


@pytest.mark.nu
@pytest.mark.parametrize("state", ["opened", "changed_meanwhile"])
def test_it_is_valid(request, state, nu_jar, tmp_path):
    file = tmp_path / f"{state}.html"
    opened = request.getfixturevalue(state).locator("main").evaluate("(main) => main.outerHTML")
    file.write_text(f"<!doctype html><html lang=en><title>Quiet</title>{opened}</html>")
    assert errors(nu_jar, file) == []
