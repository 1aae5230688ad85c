import datetime

import pytest
from django.utils import timezone

from comments.models import Notice, Recipient, Subscription, Topic
from comments.notification import expired

NOW = timezone.now()
EARLIER, LATER = NOW - datetime.timedelta(days=1), NOW + datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db


def forget():
    rules = (expired.notices, expired.subscriptions, expired.recipients)
    return [rule(NOW).forget_all() for rule in rules]


def age(noun, **times):
    noun.objects.update(**times)


def test_what_goes_on_is_kept(subscribed_to, said):
    subscribed_to()
    age(Subscription, asked_at=EARLIER, confirmed_at=EARLIER)
    age(Recipient, created_at=EARLIER)
    said(email="mei@example.org")
    assert forget() == [0, 0, 0]


@pytest.mark.parametrize(
    "times",
    [{"confirmed_at": None, "asked_at": EARLIER}, {"ended_at": EARLIER}],
    ids=["never confirmed", "ended"],
)
def test_what_is_over_goes_with_its_address(subscribed_to, times):
    subscribed_to()
    age(Subscription, **times)
    age(Recipient, created_at=EARLIER)
    assert forget() == [0, 1, 1]


def test_address_goes_after_its_last_mail(subscribed_to, said):
    subscribed_to()
    said(email="mei@example.org")
    Subscription.objects.all().delete()
    Notice.objects.create(recipient=Recipient.objects.get(), reply=said(), topic=Topic.CONFIRMATION)
    age(Recipient, created_at=EARLIER)
    assert forget() == [0, 0, 0]
    age(Notice, created_at=EARLIER)
    assert forget() == [1, 0, 1]


def test_refusal_is_kept_without_an_address(subscribed_to):
    subscribed_to().recipient.refuse()
    age(Subscription, ended_at=EARLIER)
    age(Recipient, created_at=EARLIER)
    assert forget() == [0, 1, 0]
    assert Recipient.objects.get().email_sealed == ""
