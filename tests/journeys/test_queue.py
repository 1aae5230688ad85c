"""The queue in a browser: ten replies decided by keys, taken back, and many at once."""

import pytest
from django.conf import settings

from comments.models import ModerationRules, Reply, State
from tests.factories import DramaFactory
from tests.journeys.test_accessibility import WIDTHS, findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

QUEUE = "/admin/comments/reply/queue/"


@pytest.fixture
def waiting():
    drama = DramaFactory(title="A Quiet Harbour")
    given = {"email": "mei@example.org", "state": State.HELD}
    posted = (
        Reply.objects.post(
            drama, name=f"Reader {n}", body=f"Words {n}.", browser_key=str(n), **given
        )
        for n in range(10)
    )
    return list(posted)


@pytest.fixture
def desk(page, live_server, admin_client):
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": admin_client.cookies[name].value, "url": live_server.url}
    page.context.add_cookies([cookie])
    return page


@pytest.fixture
def queue(waiting, desk, live_server):
    desk.goto(f"{live_server.url}{QUEUE}")
    return desk


def states():
    return list(Reply.objects.order_by("pk").values_list("state", flat=True))


def decide(page, key):
    """Press it, and wait for the next page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def focused(page):
    return page.evaluate("document.activeElement.closest('[data-card]')?.id ?? ''")


def test_ten_replies_are_decided_by_keys_alone(queue, waiting):
    reached = []
    for key in "asraasraas":
        # After each decision the next one has the focus.
        reached.append(focused(queue))
        decide(queue, key)
    assert reached == [f"reply-{reply.pk}" for reply in waiting]
    named = {"a": "published", "s": "spam", "r": "removed"}
    assert states() == [named[key] for key in "asraasraas"]
    assert "Every reply is decided." in queue.inner_text("main")


def test_key_takes_the_last_step_back_and_leads_there(queue, waiting):
    queue.keyboard.press("j")
    decide(queue, "s")
    assert states()[1] == "spam"
    decide(queue, "u")
    assert states() == ["held"] * 10
    assert focused(queue) == f"reply-{waiting[1].pk}"


def test_checked_replies_are_decided_at_once_and_taken_back_at_once(queue):
    for _ in range(4):
        queue.keyboard.press("x")
        queue.keyboard.press("j")
    decide(queue, "s")
    assert states() == ["spam"] * 4 + ["held"] * 6
    assert "4 replies" in queue.inner_text(".queue-done")
    decide(queue, "u")
    assert states() == ["held"] * 10


def test_keys_are_letters_where_an_answer_is_typed(queue, waiting):
    queue.keyboard.press("e")
    queue.keyboard.type("as ras")
    assert states() == ["held"] * 10
    with queue.expect_navigation():
        queue.keyboard.press("Control+Enter")
    assert Reply.objects.get(parent=waiting[0]).body == "as ras"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_moderation_are_accessible(waiting, desk, live_server, scheme):
    ModerationRules.objects.create(pk=1, mail_every="day")
    waiting[0].approve()
    waiting[0].reports.create(reason="spam", browser_key="b")
    found = {}
    paths = {
        QUEUE: WIDTHS.values(),
        f"/admin/comments/reply/{waiting[1].pk}/change/": [WIDTHS["phone"]],
    }
    desk.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for path, widths in paths.items():
        desk.goto(f"{live_server.url}{path}")
        for summary in desk.locator("main details > summary").all()[:4]:
            summary.click()
        for width in widths:
            desk.set_viewport_size({"width": width, "height": 800})
            if faults := findings(desk):
                found[path, width] = faults
            if (shown := desk.evaluate("document.documentElement.scrollWidth")) > width:
                found[path, width, "wide"] = shown
    assert found == {}


def test_editor_reads_at_once_what_visitors_have_to_open(waiting, desk, live_server):
    told = "Ends ||alone||.\n\n||Her twin\n\ncomes back||"
    Reply.objects.post(waiting[0].drama, name="Hana", body=told, state=State.HELD)
    desk.goto(f"{live_server.url}{QUEUE}")
    for words in ("alone", "Her twin", "comes back"):
        assert desk.get_by_text(words, exact=True).is_visible()
