import datetime

import pytest
from django.utils import timezone

from comments.models import Reply, State
from comments.queue import came_since, cards, in_queue


def card_of(reply):
    return next(card for card in cards(list(in_queue())) if card.reply == reply)


def others(card):
    return [(each.filtered_by, each.states) for each in card.others]


def test_queue_holds_what_waits_and_begins_with_the_oldest(said):
    said()
    said(state=State.SPAM)
    waiting = [said(state=State.HELD) for _ in range(3)]
    assert list(in_queue()) == waiting


def test_replies_in_the_same_moment_are_later_by_their_number(said):
    at = said(state=State.HELD).created_at
    one, two = (said(state=State.HELD, created_at=at) for _ in range(2))
    assert list(in_queue().later_than(one)) == [two]


def test_card_counts_the_other_replies_of_the_address_and_of_the_browser(said):
    mei = {"email": "mei@example.org", "browser_key": "mei"}
    reply = said(state=State.HELD, **mei)
    said(state=State.HELD, **mei)
    said(state=State.SPAM, **mei)
    said(state=State.PUBLISHED, browser_key="mei")
    said(state=State.PUBLISHED, email="other@example.org")
    assert others(card_of(reply)) == [
        ("author_of", [(State.HELD, 1), (State.SPAM, 1)]),
        ("browser_of", [(State.HELD, 1), (State.PUBLISHED, 1), (State.SPAM, 1)]),
    ]


def test_first_reply_of_somebody_is_said_to_be_it(said):
    reply = said(state=State.HELD, email="mei@example.org", browser_key="mei")
    said(state=State.HELD, email="other@example.org")
    assert (others(card_of(reply)), card_of(reply).is_first) == ([], True)


def test_nameless_replies_are_nobody(said):
    reply = said(state=State.HELD, email="")
    said(state=State.HELD, email="")
    assert others(card_of(reply)) == []


def test_card_knows_a_trusted_browser(said):
    said(state=State.HELD, browser_key="mei").approve()
    trusted = said(state=State.HELD, browser_key="mei")
    other = said(state=State.HELD, browser_key="new")
    assert [card_of(reply).is_trusted for reply in (trusted, other)] == [True, False]


@pytest.mark.parametrize("number", [1, 3])
def test_cards_cost_three_queries(said, number, django_assert_num_queries):
    for each in range(number):
        said(state=State.HELD, browser_key=str(each))
    replies = list(in_queue())
    with django_assert_num_queries(3):
        cards(replies)
    assert Reply.objects.count() == number


def test_what_stands_and_was_reported_is_in_the_queue_until_it_is_decided(said, admin_user):
    reply, other = said(), said()
    for each in (reply, other):
        each.reports.create(browser_key="b")
    other.approve(admin_user)
    assert list(in_queue()) == [reply]
    reply.remove(admin_user)
    assert list(in_queue()) == []


@pytest.mark.django_db
def test_what_came_since_is_written_corrected_held_again_or_reported(said):
    old = timezone.now() - datetime.timedelta(days=2)
    since = timezone.now() - datetime.timedelta(days=1)
    said(state=State.HELD, created_at=old)
    written = said(state=State.HELD)
    corrected = said(state=State.HELD, created_at=old, edited_at=timezone.now())
    again, reported = said(created_at=old), said(created_at=old)
    again.hold()
    reported.reports.create(browser_key="b")
    said(created_at=old).reports.create(browser_key="c", made_at=old)
    found = {reply.pk for reply in came_since(since)}
    assert found == {reply.pk for reply in (written, corrected, again, reported)}
    assert came_since(None).count() == 6
