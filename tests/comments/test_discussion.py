import datetime

import pytest
from django.core.paginator import InvalidPage
from django.utils import timezone

from comments.discussion import discussion_of
from comments.models import Conversation, Reply, State
from comments.reading import Order, Reading


def bodies(shown):
    return [(s.reply and s.reply.body, bodies(s.answers)) for s in shown]


def first_page(discussion):
    return discussion.shown(discussion.page(1).object_list[0])


def test_discussion_of_nothing(drama):
    discussion = discussion_of(drama)
    assert (discussion.count, discussion.is_closed, first_page(discussion)) == (0, False, [])


def test_closed_discussion_without_replies(drama):
    Conversation.objects.create(drama=drama).close()
    assert discussion_of(drama).is_closed is True


def test_answers_stand_below_and_removed_replies_keep_their_place(drama, said):
    first = said("first")
    said("answer", parent=first)
    removed = said("removed")
    said("still here", parent=removed)
    removed.remove()
    said("gone").remove()
    said("waits", state=State.HELD)
    said("waits below", parent=first, state=State.SPAM)
    discussion = discussion_of(drama)
    assert bodies(first_page(discussion)) == [
        ("first", [("answer", [])]),
        (None, [("still here", [])]),
    ]
    assert discussion.count == 3


def test_pages_hold_fifty(drama, said):
    start = timezone.now() - datetime.timedelta(days=1)
    replies = [said(created_at=start + datetime.timedelta(seconds=n)) for n in range(51)]
    discussion = discussion_of(drama)
    assert [len(page) for page in discussion.pages()] == [50, 1]
    assert [discussion.standing(replies[n].pk).page for n in (0, 49, 50)] == [1, 1, 2]
    assert [discussion.standing(replies[n].pk, Order.NEWEST).page for n in (0, 1, 50)] == [2, 1, 1]
    with pytest.raises(InvalidPage):
        discussion.page(3)


def test_newest_thread_comes_first_and_its_answers_in_their_order(drama, said):
    said("old")
    new = said("new")
    said("first answer", parent=new)
    said("second answer", parent=new)
    discussion = discussion_of(drama)
    page = discussion.page(1, Order.NEWEST)
    assert bodies(discussion.shown(page.object_list[0])) == [
        ("new", [("first answer", []), ("second answer", [])]),
        ("old", []),
    ]


def test_many_answers_are_folded_and_counted_with_all_below(drama, said):
    top = said("top")
    answers = [said(f"{number}", parent=top) for number in range(8)]
    below = said("below", parent=answers[7])
    said("gone", parent=answers[7]).remove()
    discussion = discussion_of(drama)
    (shown,) = first_page(discussion)
    assert [answer.reply.body for answer in shown.answers] == ["0", "1", "2", "3", "4"]
    assert bodies(shown.further.answers) == [("5", []), ("6", []), ("7", [("below", [])])]
    assert (shown.further.count, shown.further.is_open) == (4, False)
    places = [discussion.standing(r.pk) for r in (top, answers[4], answers[5], below)]
    assert [place.is_folded for place in places] == [False, False, True, True]
    (opened,) = discussion.shown(discussion.threads, Reading(opened=below.pk))
    assert opened.further.is_open is True


def test_seven_answers_are_not_folded(drama, said):
    top = said()
    for _ in range(7):
        said(parent=top)
    (shown,) = first_page(discussion_of(drama))
    assert (len(shown.answers), shown.further) == (7, None)


def test_long_thread_is_continued_beneath_its_beginning(drama, bulk_said):
    top, *answers = bulk_said(102, parents=lambda pks: pks[0])
    discussion = discussion_of(drama)
    (shown,) = first_page(discussion)
    assert len(shown.answers) + len(shown.further.answers) == 49
    assert (shown.continued.count, shown.continued.address) == (
        *(52, f"/replies/{top.pk}/thread/?page=2"),
    )
    second = discussion.parts(top.pk)[1]
    (again,) = discussion.shown([second], Reading(Order.NEWEST, seen=3))
    assert (again.reply, again.further, again.continued) == (top, None, None)
    assert [place.reply for place in again.answers] == answers[49:99]
    assert {place.beside for place in again.answers} == {None}


def test_parts_of_no_thread(drama, said):
    top = said()
    below = said(parent=top)
    discussion = discussion_of(drama)
    assert [discussion.parts(pk) for pk in (below.pk, 0)] == [[], []]
    assert discussion.standing(0) is None


def test_thread_stays_closed_on_its_further_pages(drama, bulk_said):
    top, answer, *_others = bulk_said(101, parents=lambda pks: pks[0] if len(pks) == 1 else pks[1])
    for reply in (answer, top):
        Reply.objects.filter(pk=reply.pk).update(thread_closed_at=timezone.now())
        discussion = discussion_of(drama)
        (again,) = discussion.shown([discussion.parts(top.pk)[1]])
        assert {(below.is_closed, below.closes_here) for below in again.answers} == {(True, False)}
        assert (again.is_closed, again.closes_here) == (reply == top, reply == top)
