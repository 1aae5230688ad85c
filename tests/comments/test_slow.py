import datetime

import pytest
from django.test import Client
from django.urls import reverse

from comments.models import Conversation, ModerationRules, Pace, Reply
from comments.slow import NotYourTurnError, turn
from comments.visitor import Visitor

NOON = datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.UTC)
HERE, THERE = "203.0.113.7", "198.51.100.7"
MINUTE = datetime.timedelta(minutes=1)
pytestmark = pytest.mark.django_db


def takes(minutes=5, drama=1, browser="a", is_new=False, address=HERE):
    try:
        with turn(drama, minutes, Visitor(browser_key=browser, is_new=is_new), address):
            return True
    except NotYourTurnError:
        return False


def test_browser_has_one_turn_in_so_many_minutes(time_machine_at):
    time_machine_at(NOON)
    assert [takes(), takes(), takes(drama=2), takes(browser="b")] == [True, False, True, True]
    time_machine_at(NOON + 4 * MINUTE)
    assert takes() is False
    time_machine_at(NOON + 5 * MINUTE + datetime.timedelta(seconds=2))
    assert takes() is True


def test_new_browsers_of_one_network_share_a_turn():
    new = {"is_new": True}
    assert [takes(**new), takes(**new, browser="b"), takes(**new, browser="c", address=THERE)] == [
        True,
        False,
        True,
    ]
    assert [takes(browser="a"), takes(browser="b")] == [False, True]


def test_without_slow_mode_nothing_is_counted():
    assert [takes(0), takes(0), Pace.objects.count()] == [True, True, 0]


def test_what_fails_costs_no_turn():
    with pytest.raises(ValueError), turn(1, 5, Visitor(browser_key="a", is_new=True), HERE):
        raise ValueError
    assert takes(is_new=True) is True


@pytest.fixture
def address(drama):
    ModerationRules.objects.create(pk=1, slow_minutes=10)
    return reverse("replies", args=[drama.slug])


def test_reply_out_of_turn_is_kept_and_told_when(client, address, typed):
    assert client.post(address, typed).status_code == 303
    typed |= {"comment": "One thing more."}
    page = client.post(address, typed)
    html = page.content.decode()
    assert page.status_code == 429
    assert 590 <= int(page["Retry-After"]) <= 601
    assert "one in 10 minutes" in html
    assert "One thing more." in html
    assert Reply.objects.count() == 1


def test_what_was_said_already_costs_no_turn(client, address, typed):
    assert client.post(address, typed).status_code == 303
    Pace.objects.all().delete()
    assert client.post(address, typed).status_code == 409
    assert client.post(address, typed | {"comment": "New."}).status_code == 303


def test_conversation_may_be_quick_where_all_are_slow(client, drama, address, typed):
    Conversation.objects.create(drama=drama, slow_minutes=0)
    for number in range(3):
        assert client.post(address, typed | {"comment": f"{number}"}).status_code == 303


def test_pages_say_how_slow_it_is(drama, address, said):
    reply = said()
    for path in (f"/dramas/{drama.slug}/", address, f"/replies/{reply.pk}/answer/"):
        html = Client().get(path).content.decode()
        assert "each visitor may reply once in 10 minutes" in html
