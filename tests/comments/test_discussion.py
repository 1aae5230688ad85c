import datetime

import pytest
from django.core.paginator import InvalidPage
from django.utils import timezone

from comments.discussion import discussion_of
from comments.models import Conversation, State


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
    assert [len(page) for page in discussion.threads] == [50, 1]
    assert [discussion.page_of(replies[n]) for n in (0, 49, 50)] == [1, 1, 2]
    with pytest.raises(InvalidPage):
        discussion.page(3)
