import datetime

import pytest
from django.utils import timezone

from comments.models import Ban, Reply, State
from comments.models.ban import By
from comments.spam.bans import banned
from comments.spam.said import Said
from comments.visitor import Visitor

HERS = Visitor(network_key="n", browser_key="b")


@pytest.fixture
def ban(said, admin_user):
    """Bans whoever wrote a reply by one key."""
    reply = said(email="mei@example.org", browser_key="b", network_key="n")

    def impose(by, days=7):
        return Ban.objects.impose(reply, by, days=days, editor=admin_user)

    impose.email_key = reply.email_key
    return impose


@pytest.mark.parametrize("by", By)
def test_banned_person_is_known_by_each_key(ban, by, time_machine_at):
    time_machine_at(datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC))
    ban(by)
    finding = banned(Said("Words.", email_key=ban.email_key), HERS)
    assert (finding.points, finding.words) == (1000, "Banned until March 8, 2026, noon")


@pytest.mark.django_db
def test_nobody_is_banned_without_a_ban(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert banned(Said("Words.", email_key="e"), HERS) is None


def test_others_are_not_banned(ban):
    for by in By:
        ban(by)
    other = Visitor(network_key="n2", browser_key="b2")
    assert banned(Said("Words.", email_key="e2"), other) is None
    assert banned(Said("Words."), Visitor()) is None


def test_longest_ban_is_named(ban):
    ban(By.BROWSER)
    ban(By.ADDRESS, days=None)
    words = banned(Said("Words.", email_key=ban.email_key), HERS).words
    assert words == "Banned without an end"


def test_past_ban_has_no_effect(ban):
    ban(By.BROWSER).lift()
    assert banned(Said("Words."), HERS) is None


def test_reply_of_somebody_banned_is_kept_with_the_spam_and_looks_held(
    client, drama, typed, admin_user
):
    address = f"/dramas/{drama.slug}/replies/"
    client.post(address, typed)
    Ban.objects.impose(Reply.objects.get(), By.BROWSER, days=7, editor=admin_user)
    response = client.post(address, typed | {"comment": "Once more.", "email": "x@example.org"})
    reply = Reply.objects.latest("pk")
    assert (reply.state, reply.body) == (State.SPAM, "Once more.")
    assert "banned" in [reason["check"] for reason in reply.reasons]
    assert "held until an editor approves it" in client.get(response.url).content.decode()
    Ban.objects.update(until=timezone.now())
    client.post(address, typed | {"comment": "A third time."})
    assert Reply.objects.latest("pk").state == State.HELD
