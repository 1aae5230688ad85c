import datetime

import pytest
from django.db import IntegrityError, transaction

from comments.models import Subscription

pytestmark = pytest.mark.django_db


def told_of(reply):
    return list(Subscription.objects.to_be_told_of(reply).order_by("pk"))


def test_asked_confirmed_and_ended(subscribed_to):
    subscription = subscribed_to()
    assert (subscription.is_pending, subscription.is_active) == (False, True)
    subscription.end()
    assert (subscription.is_active, subscription.is_ended) == (False, True)
    subscription.ask_again("browser")
    assert (subscription.is_pending, subscription.is_ended) == (True, False)
    assert list(Subscription.objects.pending()) == [subscription]


def test_browser_proves_a_mailbox_only_by_confirming_what_it_asked(subscribed_to):
    subscription = subscribed_to(browser_key="asked")
    for browser in ("", "other"):
        subscription.confirm(browser)
        assert not subscription.is_proven
    subscription.confirm("asked")
    assert list(Subscription.objects.proven_by("asked")) == [subscription]
    assert list(Subscription.objects.proven_by("")) == []


def test_answers_and_all_are_told_apart(subscribed_to, said):
    mine, other = said(name="A"), said(name="B")
    answers, everything = subscribed_to("a@example.org", reply=mine), subscribed_to("b@example.org")
    assert told_of(said(parent=mine)) == [answers, everything]
    assert told_of(said(parent=other)) == [everything]
    assert told_of(said()) == [everything]


def test_nobody_is_told_of_his_own_words(subscribed_to, said):
    subscribed_to("hana@example.org", browser_key="hers")
    assert told_of(said(email="HANA@example.org")) == []
    assert told_of(said(email="mei@example.org", browser_key="hers")) == []
    assert len(told_of(said(email="mei@example.org", browser_key="another"))) == 1
    assert len(told_of(said(email=""))) == 1


def test_only_who_had_confirmed_before_is_told(subscribed_to, said):
    reply = said(email="mei@example.org")
    subscription = subscribed_to()
    assert told_of(reply) == []
    subscription.confirmed_at = reply.first_shown_at - datetime.timedelta(seconds=1)
    subscription.save()
    assert told_of(reply) == [subscription]
    subscription.end()
    assert told_of(reply) == []


def test_constraint_keeps_one_of_each(subscribed_to, said):
    reply = said()
    subscribed_to()
    subscribed_to(reply=reply)
    for about in ({}, {"reply": reply}):
        with pytest.raises(IntegrityError), transaction.atomic():
            subscribed_to(**about)
    with pytest.raises(IntegrityError), transaction.atomic():
        subscribed_to("mei@example.org", is_proven=True)
