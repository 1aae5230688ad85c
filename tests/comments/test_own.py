import datetime

import pytest
from django.core.signing import BadSignature
from django.utils import timezone

from comments import own
from comments.own import Own, manage_address, opened, own_address
from comments.visitor import Visitor

NOW = datetime.datetime(2026, 5, 4, 12, 0, tzinfo=datetime.UTC)


def signed(address):
    return address.split("/")[-2]


@pytest.mark.parametrize(
    ("address_of", "is_mailed"), [(own_address, False), (manage_address, True)]
)
def test_address_leads_back_to_the_reply(said, address_of, is_mailed):
    reply = said()
    key = signed(address_of(reply))
    assert opened(key) == Own(reply, key, is_mailed)
    assert key == key.lower()


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "1", "1.", "1.abc", ".", "x.y", "\0", "9" * 5000])
def test_what_we_did_not_sign_is_nobodys(key):
    assert opened(key) is None


@pytest.mark.parametrize("address_of", [own_address, manage_address])
def test_signature_of_one_reply_opens_no_other(said, address_of):
    _number, signature = signed(address_of(said())).split(".")
    other = said()
    assert opened(f"{other.pk}.{signature}") is None


def test_address_of_a_reply_that_is_deleted_opens_nothing(said):
    reply = said()
    key = signed(own_address(reply))
    reply.delete()
    assert opened(key) is None


def test_who_was_led_to_a_reply_cannot_tell_what_was_mailed(said):
    reply = said()
    assert signed(own_address(reply)) != signed(manage_address(reply))


@pytest.mark.parametrize(
    ("since", "minutes"),
    [
        (datetime.timedelta(0), 15),
        (datetime.timedelta(minutes=14, seconds=59), 1),
        (datetime.timedelta(minutes=15), 0),
        (datetime.timedelta(days=400), 0),
        # The clock was set back after the reply was written.
        (datetime.timedelta(seconds=-30), 15),
        (datetime.timedelta(hours=-1), 0),
        (datetime.timedelta(days=-400), 0),
    ],
)
def test_some_minutes_are_left_to_change_it(said, time_machine_at, since, minutes):
    page = Own(said(created_at=NOW), "", is_mailed=False)
    time_machine_at(NOW + since)
    assert timezone.now() == NOW + since
    assert (page.minutes_left, page.may_be_changed) == (minutes, minutes > 0)
    assert Own(page.reply, "", is_mailed=True).may_be_changed


@pytest.mark.parametrize("is_mailed", [True, False])
@pytest.mark.parametrize("end", ["remove", "withdraw", "mark_spam"])
def test_what_was_taken_down_is_changed_by_nobody(said, is_mailed, end):
    reply = said()
    getattr(reply, end)()
    assert not Own(reply, "", is_mailed).may_be_changed


def test_who_reads_the_mail_stands_for_the_browser_of_the_author(said):
    his, theirs = Visitor(browser_key="a" * 64), Visitor("n" * 64, "b" * 64)
    reply = said(browser_key=his.browser_key)
    assert Own(reply, "", is_mailed=True).author(theirs) == Visitor("n" * 64, "a" * 64)
    assert Own(reply, "", is_mailed=False).author(theirs) == theirs
    assert Own(said(), "", is_mailed=True).author(theirs) == theirs


def test_addresses_outlive_a_change_of_the_key_that_signed_them():
    signer = type(own._own)
    signed = signer(key="old", salt="x", sep=".").sign("1")
    assert signer(key="new", fallback_keys=["old"], salt="x", sep=".").unsign(signed) == "1"
    with pytest.raises(BadSignature):
        signer(key="new", fallback_keys=[], salt="x", sep=".").unsign(signed)
