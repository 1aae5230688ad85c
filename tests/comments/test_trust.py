import pytest

from comments.models import Reply, State
from comments.trust import is_trusted, is_verified, trusted_browsers
from comments.verification import verify
from comments.visitor import Visitor

HERS = Visitor(browser_key="a" * 64)
ANOTHER = Visitor(browser_key="b" * 64)
HER_ADDRESS = "hana@example.org"


@pytest.fixture
def held(said):
    """Writes a held reply of hers, from the browser that is given."""

    def write(visitor=HERS, **given):
        return said(state=State.HELD, browser_key=visitor.browser_key, **given)

    return write


@pytest.mark.django_db
def test_visitor_without_a_key_is_not_trusted():
    assert not is_trusted(Visitor())
    assert not is_verified(Visitor(), HER_ADDRESS)


def test_visitor_is_trusted_once_an_editor_approved(held):
    reply = held()
    assert not is_trusted(HERS)
    reply.approve()
    assert is_trusted(HERS)


def test_visitor_whose_reply_the_site_let_pass_is_not_trusted_for_it(said):
    said(browser_key=HERS.browser_key)
    assert not is_trusted(HERS)


def test_visitor_is_trusted_once_the_address_is_verified(held):
    reply = held()
    assert not is_verified(HERS, HER_ADDRESS)
    verify(reply)
    assert (is_trusted(HERS), is_verified(HERS, HER_ADDRESS)) == (True, True)
    assert (is_trusted(ANOTHER), is_verified(ANOTHER, HER_ADDRESS)) == (False, False)
    assert not is_verified(HERS, "mei@example.org")
    assert not is_verified(HERS, "")


@pytest.mark.parametrize("earn", [Reply.approve, verify])
def test_visitor_who_sent_spam_is_trusted_no_more(held, earn):
    earn(held())
    held().mark_spam()
    assert (is_trusted(HERS), is_verified(HERS, HER_ADDRESS)) == (False, False)


def test_trust_comes_back_when_the_decision_does(held):
    verify(held())
    reply = held()
    reply.mark_spam()
    reply.hold()
    assert is_trusted(HERS)


def test_spammer_who_verifies_the_same_address_in_a_new_browser_is_not_trusted(held):
    spam = held()
    verify(spam)
    spam.mark_spam()
    verify(held(ANOTHER))
    assert not is_trusted(ANOTHER)


def test_spam_of_a_stranger_under_her_address_costs_her_nothing(held):
    verify(held())
    held(ANOTHER).mark_spam()
    assert is_trusted(HERS)


def test_verified_reply_that_an_editor_removed_earns_nothing(held):
    reply = held()
    verify(reply)
    reply.remove()
    assert not is_trusted(HERS)


def test_same_name_and_address_from_another_browser_earns_nothing(held):
    held().approve()
    assert not is_trusted(ANOTHER)


@pytest.mark.parametrize("number", [1, 3])
def test_trust_takes_one_query(held, django_assert_num_queries, number):
    for _ in range(number):
        held().approve()
    with django_assert_num_queries(1):
        is_trusted(HERS)
    with django_assert_num_queries(1):
        is_verified(HERS, HER_ADDRESS)


def test_trusted_among_several_browsers_are_found_at_once(said, django_assert_num_queries):
    for key in ("good", "bad", "new"):
        said(state=State.HELD, browser_key=key)
    said(state=State.HELD, browser_key="good").approve()
    said(state=State.HELD, browser_key="bad").approve()
    said(state=State.HELD, browser_key="bad").mark_spam()
    with django_assert_num_queries(1):
        assert trusted_browsers(["good", "bad", "new", ""]) == {"good"}


def test_browser_whose_verified_address_sent_spam_is_not_among_the_trusted(said):
    for key in ("hers", "other"):
        said(state=State.HELD, browser_key=key).approve()
    verify(said(state=State.HELD, browser_key="hers", email="mei@example.org"))
    spam = said(state=State.HELD, browser_key="else", email="mei@example.org")
    verify(spam)
    spam.mark_spam()
    assert trusted_browsers(["hers", "other"]) == {"other"}
