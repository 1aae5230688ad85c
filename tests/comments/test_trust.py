import pytest

from comments.models import State
from comments.trust import is_trusted
from comments.visitor import Visitor

HERS = Visitor(browser_key="a" * 64)


@pytest.mark.django_db
def test_visitor_without_a_key_is_not_trusted():
    assert not is_trusted(Visitor())


def test_visitor_is_trusted_once_an_editor_approved(said):
    reply = said(state=State.HELD, browser_key=HERS.browser_key)
    assert not is_trusted(HERS)
    reply.approve()
    assert is_trusted(HERS)


def test_visitor_whose_reply_the_site_let_pass_is_not_trusted_for_it(said):
    said(browser_key=HERS.browser_key)
    assert not is_trusted(HERS)


def test_visitor_who_sent_spam_is_trusted_no_more(said):
    said(state=State.HELD, browser_key=HERS.browser_key).approve()
    said(state=State.HELD, browser_key=HERS.browser_key).mark_spam()
    assert not is_trusted(HERS)


def test_same_name_and_address_from_another_browser_earns_nothing(said):
    said(state=State.HELD, browser_key=HERS.browser_key).approve()
    assert not is_trusted(Visitor(browser_key="b" * 64))


@pytest.mark.parametrize("number", [1, 3])
def test_trust_takes_one_query(said, django_assert_num_queries, number):
    for _ in range(number):
        said(state=State.HELD, browser_key=HERS.browser_key).approve()
    with django_assert_num_queries(1):
        is_trusted(HERS)
