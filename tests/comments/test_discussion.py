import datetime

import pytest
from django.core.paginator import InvalidPage
from django.utils import timezone

from comments.discussion import discussion_of
from comments.models import Conversation, State
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


def test_answer_at_the_deepest_place_names_what_it_answers(drama, said):
    parent = None
    for number in range(6):
        parent = said(f"{number}", parent=parent)
    shown = first_page(discussion_of(drama))
    for _ in range(3):
        shown = shown[0].answers
    fifth, sixth = shown[0].answers
    assert (fifth.reply.body, sixth.reply.body) == ("4", "5")
    assert (fifth.beside, sixth.beside) == (None, fifth)


def test_pages_hold_fifty(drama, said):
    start = timezone.now() - datetime.timedelta(days=1)
    replies = [said(created_at=start + datetime.timedelta(seconds=n)) for n in range(51)]
    discussion = discussion_of(drama)
    assert [len(page) for page in discussion.pages()] == [50, 1]
    assert [discussion.page_of(replies[n]) for n in (0, 49, 50)] == [1, 1, 2]
    assert [discussion.page_of(replies[n], Order.NEWEST) for n in (0, 1, 50)] == [2, 1, 1]
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
    assert [discussion.is_folded(r) for r in (top, answers[4], answers[5], below)] == [
        *(False, False, True, True)
    ]
    (opened,) = discussion.shown(discussion.threads, Reading(opened=below.pk))
    assert opened.further.is_open is True


def test_seven_answers_are_not_folded(drama, said):
    top = said()
    for _ in range(7):
        said(parent=top)
    (shown,) = first_page(discussion_of(drama))
    assert (len(shown.answers), shown.further) == (7, None)


def test_what_a_visitor_has_seen_is_unfolded(drama, said):
    for episode in (None, 4, 5, 6):
        said(f"{episode}", about_episode=episode)
    discussion = discussion_of(drama)
    assert discussion.last_episode == 6
    shown = discussion.shown(discussion.threads, Reading(seen=5))
    assert [place.is_seen for place in shown] == [False, True, True, False]
