import pytest
from django.urls import reverse

from comments.closing import close_thread, is_thread_closed, open_thread
from comments.discussion import discussion_of
from comments.models import Reply, State
from tests.comments.test_discussion import first_page


@pytest.fixture
def thread(said):
    """A reply, an answer, an answer to that; and a thread beside."""
    top = said("top")
    middle = said("middle", parent=top)
    return [top, middle, said("deep", parent=middle), said("beside")]


def closed(replies):
    return [is_thread_closed(Reply.objects.get(pk=reply.pk)) for reply in replies]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_thread_is_closed_and_opened_as_a_whole(thread, at):
    close_thread(thread[at])
    assert closed(thread) == [True, True, True, False]
    open_thread(thread[2 - at])
    assert closed(thread) == [False] * 4


def test_thread_begins_where_visitors_see_it_begin(said):
    spam = said(state=State.SPAM)
    shown = said(parent=spam)
    close_thread(said(parent=shown))
    assert closed([spam, shown]) == [False, True]


def test_asking_costs_one_query_where_nothing_is_closed(thread, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert is_thread_closed(thread[2]) is False
    close_thread(thread[3])
    with django_assert_num_queries(2):
        assert is_thread_closed(thread[2]) is False


def test_closed_thread_says_so_once_and_offers_no_answers(client, drama, thread):
    close_thread(thread[1])
    html = client.get(reverse("drama", args=[drama.slug])).content.decode()
    assert html.count("This thread is closed: it takes no more answers.") == 1
    answers = [f"/replies/{reply.pk}/answer/" in html for reply in thread]
    assert answers == [False, False, False, True]
    assert "Post Comment" in html


def test_closed_thread_is_so_in_every_fold(drama, said):
    top = said("top")
    for _ in range(9):
        said(parent=top)
    close_thread(top)
    (shown,) = first_page(discussion_of(drama))
    assert [shown.closes_here, shown.is_closed] == [True, True]
    below = [*shown.answers, *shown.further.answers]
    assert [(s.closes_here, s.is_closed) for s in below] == [(False, True)] * 9


def test_answer_page_of_a_closed_thread_says_so(client, thread):
    close_thread(thread[0])
    page = client.get(reverse("answer", args=[thread[2].pk]))
    html = page.content.decode()
    assert (page.status_code, "<textarea" in html) == (200, False)
    assert "This thread is closed." in html
    assert "deep" in html


def test_answer_typed_before_is_kept_and_may_be_posted_to_the_drama(client, drama, thread, typed):
    close_thread(thread[0])
    page = client.post(reverse("answer", args=[thread[2].pk]), typed)
    html = page.content.decode()
    assert page.status_code == 403
    assert "This thread was closed meanwhile" in html
    assert all(value in html for value in typed.values())
    assert f'<form action="{reverse("replies", args=[drama.slug])}"' in html
    assert Reply.objects.count() == 4


def test_thread_beside_it_takes_answers(client, thread, typed):
    close_thread(thread[0])
    assert client.post(reverse("answer", args=[thread[3].pk]), typed).status_code == 303
