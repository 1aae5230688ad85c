import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from comments.models import Ban
from comments.models.ban import By, UnknownPersonError


@pytest.fixture
def reply(said):
    return said(email="mei@example.org", browser_key="b", network_key="n")


@pytest.mark.parametrize("by", By)
def test_ban_is_imposed_by_one_key_of_a_reply(reply, admin_user, by):
    ban = Ban.objects.impose(reply, by, days=7, editor=admin_user)
    assert ban.known_by == by
    assert getattr(ban, by) == getattr(reply, by)
    assert ban.until - timezone.now() > datetime.timedelta(days=6, hours=23)
    assert list(Ban.objects.active().of({by: getattr(reply, by)})) == [ban]


@pytest.mark.parametrize("days", [None, 365])
def test_ban_of_a_network_ends_after_a_month(reply, admin_user, days):
    ban = Ban.objects.impose(reply, By.NETWORK, days=days, editor=admin_user)
    assert ban.until < timezone.now() + datetime.timedelta(days=30, seconds=1)


def test_ban_without_an_end_has_none(reply, admin_user):
    ban = Ban.objects.impose(reply, By.ADDRESS, days=None, editor=admin_user)
    assert (ban.until, ban.is_active) == (None, True)


@pytest.mark.parametrize("by", By)
def test_nobody_is_banned_of_whom_nothing_is_known(said, admin_user, by):
    with pytest.raises(UnknownPersonError):
        Ban.objects.impose(said(email=""), by, days=7, editor=admin_user)


def test_ban_that_is_lifted_or_past_holds_no_more(reply, admin_user):
    ban = Ban.objects.impose(reply, By.BROWSER, days=7, editor=admin_user)
    ban.lift()
    assert list(Ban.objects.active().of({"browser_key": "b"})) == []


def test_empty_keys_are_nobodys(reply, admin_user):
    Ban.objects.impose(reply, By.BROWSER, days=7, editor=admin_user)
    assert list(Ban.objects.of({"browser_key": "", "email_key": "", "network_key": ""})) == []


@pytest.mark.parametrize("keys", [{}, {"email_key": "a", "browser_key": "b"}])
@pytest.mark.django_db
def test_database_takes_one_key_only(keys):
    with pytest.raises(IntegrityError):
        Ban.objects.create(until=timezone.now(), **keys)


@pytest.mark.django_db
def test_database_takes_no_endless_ban_of_a_network():
    with pytest.raises(IntegrityError):
        Ban.objects.create(network_key="n")


def test_ban_outlives_the_reply_and_the_editor(reply, admin_user):
    Ban.objects.impose(reply, By.BROWSER, days=7, editor=admin_user)
    reply.delete()
    admin_user.delete()
    ban = Ban.objects.get()
    assert (ban.reply, ban.by, ban.by_name) == (None, None, "admin")
