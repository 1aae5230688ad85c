import pytest
from django.core import mail
from django.test import Client

from comments.models import Reply, Subscription
from tests.comments.letters import links_of, path_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wish", ["answers", "all"])
def test_browser_that_asked_verifies_its_reply_by_confirming(asked, client, wish):
    asked(wish)
    client.post(path_of(links_of(mail.outbox[0])["confirm"]))
    assert Subscription.objects.get().is_proven
    assert Reply.objects.get().verified_at is not None


def test_other_browser_confirms_and_verifies_nothing(asked):
    asked("answers")
    Client().post(path_of(links_of(mail.outbox[0])["confirm"]))
    subscription = Subscription.objects.get()
    assert (subscription.is_active, subscription.is_proven) == (True, False)
    assert Reply.objects.get().verified_at is None


def test_reply_under_another_address_is_not_verified(asked, client):
    asked("answers")
    asked("", email="mei@example.org")
    client.post(path_of(links_of(mail.outbox[0])["confirm"]))
    verified = dict(Reply.objects.order_by("pk").values_list("pk", "verified_at"))
    assert [at is not None for at in verified.values()] == [True, False]
