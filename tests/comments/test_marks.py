import datetime

import pytest
from django.utils import timezone

from comments.marks import look_of, marked
from comments.models import Reply
from comments.verification import verify

START = datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC)
HANA, MALLORY = "hana@example.org", "mallory@example.org"


@pytest.fixture
def spoken(said):
    """Replies one after the other, each verified unless told otherwise."""
    hours = iter(range(1000))

    def write(email=HANA, name="Hana", is_verified=True, **given):
        at = START + datetime.timedelta(hours=next(hours))
        verified_at = timezone.now() if is_verified else None
        return said(email=email, name=name, created_at=at, verified_at=verified_at, **given)

    return write


def numbers(drama):
    return marked(drama, Reply.objects.published())


def test_name_belongs_to_whoever_was_first(drama, spoken):
    first, again, borrowed = spoken(), spoken(), spoken(MALLORY)
    own = spoken(MALLORY, name="Mallory")
    assert numbers(drama) == {first.pk, again.pk, own.pk}
    assert borrowed.pk not in numbers(drama)


def test_verifying_ones_own_address_under_anothers_name_earns_no_mark(drama, spoken):
    spoken(is_verified=False)
    borrowed = spoken(MALLORY, is_verified=False, browser_key="m")
    verify(borrowed)
    borrowed.refresh_from_db()
    assert borrowed.verified_at is not None
    assert numbers(drama) == set()


def test_typing_the_owners_address_takes_the_name_from_nobody(drama, spoken):
    spoken(is_verified=False, browser_key="m")
    owner = spoken()
    assert numbers(drama) == {owner.pk}


@pytest.mark.parametrize(
    "name", ["hana", "Ｈａｎａ", "H\u0430n\u0430", "Ha\u200bna", " HANA ", "H\uff41na"]
)
def test_name_that_looks_the_same_is_the_same(drama, spoken, name):
    first = spoken()
    spoken(MALLORY, name=name)
    assert numbers(drama) == {first.pk}


@pytest.mark.parametrize("name", ["Hanako", "하나", "花", "Mei"])
def test_another_name_is_free(drama, spoken, name):
    first, other = spoken(), spoken(MALLORY, name=name)
    assert numbers(drama) == {first.pk, other.pk}
    assert look_of(name) != look_of("Hana")


def test_what_is_no_longer_read_holds_no_name(drama, spoken):
    borrowed, owner = spoken(MALLORY), spoken()
    assert numbers(drama) == {borrowed.pk}
    borrowed.remove()
    assert numbers(drama) == {owner.pk}


def test_approving_an_older_reply_takes_the_name_from_nobody(drama, spoken):
    held = spoken(MALLORY, state="held")
    owner = spoken()
    held.approve()
    assert numbers(drama) == {owner.pk}


@pytest.mark.parametrize(("browser", "number"), [("b", 2), ("", 1)])
def test_forgotten_address_leaves_the_browser_and_then_the_first(drama, spoken, browser, number):
    spoken(browser_key=browser)
    spoken(browser_key=browser)
    Reply.objects.update(email_key="", email_sealed="")
    assert len(numbers(drama)) == number


def test_name_of_an_editor_is_the_editors(drama, spoken, admin_user):
    spoken(email="", editor=admin_user, is_verified=False)
    spoken(MALLORY)
    assert numbers(drama) == set()


def test_marks_cost_a_query_only_where_somebody_is_verified(
    drama, spoken, django_assert_num_queries
):
    replies = [spoken(is_verified=False)]
    with django_assert_num_queries(0):
        marked(drama, replies)
    replies += [spoken(), spoken(MALLORY)]
    with django_assert_num_queries(1):
        marked(drama, replies)


def test_short_cut_for_ascii_leads_to_the_same_look():
    for sign in map(chr, range(33, 127)):
        assert look_of(f"x{sign}") == look_of(f"\uff58{sign}")
