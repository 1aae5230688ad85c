import datetime

import pytest
from django.utils import timezone

from comments import expired
from comments.models import Ban, DuplicateReplyError, Pace, Recipient, Reply, Report, Subscription
from comments.models.ban import By
from comments.rekeying import key_anew
from comments.rotation import CHANGED, UNREADABLE

pytestmark = pytest.mark.django_db

KEYS = {"network_key": "n" * 64, "browser_key": "b" * 64}


def test_nothing_changes_while_the_pepper_is_the_same(said):
    said(**KEYS)
    said(email="", **KEYS)
    before = list(Reply.objects.values())
    assert key_anew() == {}
    assert list(Reply.objects.values()) == before


def test_replies_are_found_and_kept_once_under_the_new_pepper(said, settings):
    reply = said("the same", **KEYS)
    settings.ADDRESS_PEPPER = "another pepper"
    assert list(Reply.objects.by_address("hana@example.org")) == []
    assert (key_anew(), key_anew()) == ({CHANGED: 1}, {})
    assert list(Reply.objects.by_address("hana@example.org")) == [reply]
    with pytest.raises(DuplicateReplyError):
        said("the same")


def test_what_cannot_be_made_anew_is_emptied_once(said, settings):
    said(**KEYS)
    said(email="", **KEYS)
    Pace.objects.create(key="n", slot=timezone.now(), until=timezone.now())
    settings.ADDRESS_PEPPER = "another pepper"
    assert key_anew() == {CHANGED: 2}
    young = said("young", **KEYS)
    assert key_anew() == {}
    known = Reply.objects.exclude(network_key="", browser_key="")
    assert (list(known), Pace.objects.count()) == ([young], 0)


def test_forgotten_addresses_of_two_who_said_the_same_are_no_obstacle(said, settings):
    for email in ("mei@example.org", "hana@example.org"):
        said("the same", email=email)
    expired.addresses_of_replies(timezone.now() + datetime.timedelta(1)).forget_all()
    settings.ADDRESS_PEPPER = "another pepper"
    assert (key_anew(), key_anew()) == ({CHANGED: 2}, {})
    assert Reply.objects.values("fingerprint").distinct().count() == 2


def test_reply_whose_address_no_key_opens_is_left(said, settings):
    said(**KEYS)
    settings.ADDRESS_PEPPER, settings.ADDRESS_KEYS = "another pepper", ["another key"]
    before = list(Reply.objects.values())
    assert key_anew() == {UNREADABLE: 1}
    assert list(Reply.objects.values()) == before


def recipient_of(drama, **about):
    recipient = Recipient.objects.at("hana@example.org", "https://dramas.example")
    known = {"browser_key": "b" * 64, "is_proven": True, "confirmed_at": timezone.now()}
    Subscription.objects.create(recipient=recipient, drama=drama, **known, **about)
    return recipient


def test_recipients_of_mail_are_found_under_the_new_pepper(drama, settings):
    recipient = recipient_of(drama)
    settings.ADDRESS_PEPPER = "another pepper"
    assert (key_anew(), key_anew()) == ({CHANGED: 1}, {})
    assert Recipient.objects.by_address("hana@example.org").get() == recipient
    assert Subscription.objects.get().browser_key == ""


def test_recipient_who_asked_again_meanwhile_becomes_one(drama, said, settings):
    reply = said(email="mei@example.org")
    recipient_of(drama)
    settings.ADDRESS_PEPPER = "another pepper"
    new = recipient_of(drama, reply=reply)
    key_anew()
    assert Recipient.objects.get() == new
    assert sorted(new.subscriptions.values_list("reply", flat=True), key=bool) == [None, reply.pk]


def test_reports_forget_who_made_them(said, settings):
    Report.objects.create(reply=said(), network_key="n", browser_key="b")
    settings.ADDRESS_PEPPER = "another pepper"
    key_anew()
    assert (Report.objects.get().network_key, Report.objects.get().browser_key) == ("", "")


def test_bans_of_addresses_hold_under_the_new_pepper_and_the_others_end(said, settings, admin_user):
    reply = said(email="mei@example.org", browser_key="b", network_key="n")
    for by in By:
        Ban.objects.impose(reply, by, days=7, editor=admin_user)
    settings.ADDRESS_PEPPER = "another pepper"
    key_anew()
    reply.refresh_from_db()
    assert list(Ban.objects.values_list("email_key", flat=True)) == [reply.email_key]
