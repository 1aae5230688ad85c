import pytest
from django.db import IntegrityError, transaction

from comments.models import Recipient
from comments.models.recipient import MOST_REFUSALS

pytestmark = pytest.mark.django_db
ORIGIN = "https://dramas.example"


def test_address_has_one_row_however_it_is_spelt():
    first = Recipient.objects.at("Hana@example.org", ORIGIN)
    second = Recipient.objects.at(" hana@EXAMPLE.org", "https://other.example")
    assert first.pk == second.pk
    assert (second.address, second.origin) == ("Hana@example.org", "https://other.example")
    assert Recipient.objects.by_address("hana@example.org").get() == first


def test_who_refuses_is_forgotten_but_for_a_hash():
    recipient = Recipient.objects.at("hana@example.org", ORIGIN)
    recipient.refuse()
    again = Recipient.objects.at("hana@example.org", ORIGIN)
    assert (again.pk, again.has_refused, again.email_sealed) == (recipient.pk, True, "")
    again.welcome()
    assert Recipient.objects.at("hana@example.org", ORIGIN).address == "hana@example.org"


def test_refusals_in_a_row_end_what_is_subscribed(subscribed_to):
    subscription = subscribed_to()
    recipient = subscription.recipient
    for _ in range(MOST_REFUSALS - 1):
        recipient.was_refused_by_its_server()
    recipient.was_reached()
    for _ in range(MOST_REFUSALS - 1):
        recipient.was_refused_by_its_server()
    subscription.refresh_from_db()
    assert subscription.is_active
    recipient.was_refused_by_its_server()
    subscription.refresh_from_db()
    assert subscription.is_ended


@pytest.mark.parametrize(
    "given",
    [{"email_key": ""}, {"email_key": "k", "email_sealed": "x", "refused_at": "2024-05-01T00:00Z"}],
)
def test_constraint_refuses(given):
    with pytest.raises(IntegrityError), transaction.atomic():
        Recipient.objects.create(origin=ORIGIN, **given)
