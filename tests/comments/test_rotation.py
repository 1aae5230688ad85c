import pytest

from comments import addresses, rotation
from comments.models import Reply
from comments.rotation import CHANGED, OTHER_PEPPER, UNREADABLE, seal_anew

pytestmark = pytest.mark.django_db

OLD, NEW = "old key", "new key"


@pytest.fixture
def sealed_by_the_old(said, settings):
    settings.ADDRESS_KEYS = [OLD]
    replies = [said(email=f"visitor{n}@example.org") for n in range(5)]
    said(email="")
    settings.ADDRESS_KEYS = [NEW, OLD]
    return replies


def addresses_read():
    return sorted(reply.address for reply in Reply.objects.exclude(email_sealed=""))


@pytest.mark.parametrize("batch", [1, 2, 300])
def test_all_are_sealed_with_the_first_key(sealed_by_the_old, settings, monkeypatch, batch):
    monkeypatch.setattr(rotation, "BATCH", batch)
    before = addresses_read()
    assert (seal_anew(), seal_anew()) == ({CHANGED: 5}, {})
    settings.ADDRESS_KEYS = [NEW]
    assert addresses_read() == before


def test_run_that_was_cut_short_is_finished_by_the_next(sealed_by_the_old, said):
    for reply in sealed_by_the_old[:2]:
        sealed = addresses.sealed_anew(reply.email_sealed)
        Reply.objects.filter(pk=reply.pk).update(email_sealed=sealed)
    said(email="young@example.org")
    assert seal_anew() == {CHANGED: 3}


def test_address_that_was_forgotten_meanwhile_stays_forgotten(sealed_by_the_old):
    row = Reply.objects.first()
    Reply.objects.update(email_sealed="", email_key="")
    assert list(rotation._seal_row_anew(row)) == []
    assert addresses_read() == []


def test_address_that_no_key_opens_is_told_of_and_left(sealed_by_the_old, settings):
    settings.ADDRESS_KEYS = [NEW]
    before = list(Reply.objects.values())
    assert seal_anew() == {UNREADABLE: 5}
    assert list(Reply.objects.values()) == before


def test_hash_of_another_pepper_is_told_of(sealed_by_the_old, settings):
    settings.ADDRESS_PEPPER = "another pepper"
    assert seal_anew() == {CHANGED: 5, OTHER_PEPPER: 5}


@pytest.mark.parametrize("number", [1, 3])
def test_batch_costs_one_query_more_for_each_that_changes(
    said, settings, django_assert_num_queries, number
):
    for _ in range(number):
        said()
    settings.ADDRESS_KEYS = [NEW, *settings.ADDRESS_KEYS]
    with django_assert_num_queries(5 + number):
        seal_anew()
    with django_assert_num_queries(5):
        seal_anew()
