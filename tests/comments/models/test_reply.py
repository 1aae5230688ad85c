import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from catalog.models import Drama, Publication
from comments.models import DuplicateReplyError, Reply, State

pytestmark = pytest.mark.django_db


def test_post_is_held_and_rendered_once(drama):
    reply = Reply.objects.post(drama, name="Hana", body="**so** sad", email="hana@example.org")
    reply.refresh_from_db()
    assert (reply.state, reply.first_shown_at) == (State.HELD, None)
    assert reply.body_html == "<p><strong>so</strong> sad</p>\n"
    assert reply.address == "hana@example.org"


def test_loader_may_give_time_state_and_no_address(drama):
    long_ago = timezone.now().replace(year=2008)
    reply = Reply.objects.post(
        drama, name="Hana", body="x", created_at=long_ago, state=State.PUBLISHED
    )
    reply.refresh_from_db()
    assert (reply.created_at, reply.first_shown_at) == (long_ago, long_ago)
    assert (reply.email_sealed, reply.email_key) == ("", "")


def test_answer_belongs_to_the_drama_of_what_it_answers(drama, said):
    other = Drama.objects.create(title="Other", slug="other")
    with pytest.raises(ValueError, match="belongs to the drama"):
        Reply.objects.post(other, name="Hana", body="x", parent=said())


@pytest.mark.parametrize(
    ("change", "is_duplicate"),
    [
        ({}, True),
        ({"email": "HANA@example.org"}, True),
        ({"name": "Hana S."}, False),
        ({"email": "other@example.org"}, False),
        ({"website": "https://example.org"}, False),
        ({"body": "another"}, False),
    ],
)
def test_same_words_of_the_same_person_are_kept_once(drama, change, is_duplicate):
    given = {"name": "Hana", "email": "hana@example.org", "website": "", "body": "same"}
    Reply.objects.post(drama, **given)
    if is_duplicate:
        with pytest.raises(DuplicateReplyError):
            Reply.objects.post(drama, **given | change)
    else:
        Reply.objects.post(drama, **given | change)
    assert Reply.objects.count() == 2 - is_duplicate


def test_same_words_under_another_reply_are_no_duplicate(drama, said):
    parent = said()
    said("same")
    assert said("same", parent=parent).parent == parent


@pytest.mark.parametrize(
    ("act", "state", "decided", "shown"),
    [
        (Reply.approve, State.PUBLISHED, True, True),
        (Reply.mark_spam, State.SPAM, True, False),
        (Reply.remove, State.REMOVED, True, False),
        (Reply.hold, State.HELD, False, False),
    ],
)
def test_decisions_say_what_happened(said, act, state, decided, shown):
    reply = said(state=State.HELD)
    act(reply)
    reply.refresh_from_db()
    assert reply.state == state
    assert (reply.decided_at is not None, reply.first_shown_at is not None) == (decided, shown)


def test_what_was_withdrawn_may_be_said_again(said):
    said("same").withdraw()
    again = said("same")
    assert (again.is_published, Reply.objects.count()) == (True, 2)


def test_withdrawn_spam_stays_spam(said):
    reply = said(state=State.HELD)
    Reply.objects.get().mark_spam()
    reply.withdraw()
    stands = Reply.objects.get()
    assert (stands.state, stands.is_withdrawn) == (State.SPAM, True)


def test_published_is_what_visitors_may_read(drama, said):
    shown = said()
    for state in (State.HELD, State.SPAM, State.REMOVED):
        said(state=state)
    assert list(Reply.objects.published()) == [shown]
    Drama.objects.update(publication=Publication.DRAFT)
    assert list(Reply.objects.published()) == []


def test_waiting_is_oldest_first(said):
    said()
    first, second = said(state=State.HELD), said(state=State.HELD)
    assert list(Reply.objects.waiting()) == [first, second]


def test_by_address_finds_a_person_by_any_spelling(said):
    reply = said()
    said(email="other@example.org")
    assert list(Reply.objects.by_address("Hana@Example.ORG ")) == [reply]


def test_reply_never_says_its_address(said):
    reply = said()
    assert "hana@example.org" not in f"{reply} {reply!r} {vars(reply)}"


@pytest.mark.parametrize(
    "change",
    [
        {"state": "lost"},
        {"state": State.PUBLISHED, "first_shown_at": None},
        {"email_key": ""},
        {"email_sealed": ""},
        {"withdrawn_at": timezone.now()},
    ],
)
def test_database_refuses_what_must_never_be(said, change):
    reply = said()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(**change)


def test_database_refuses_an_answer_to_itself(said):
    reply = said()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(parent=reply.pk)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_cannot_both_win(drama):
    outcomes = []

    def post():
        try:
            Reply.objects.post(drama, name="Hana", email="hana@example.org", body="at once")
            outcomes.append("kept")
        except DuplicateReplyError:
            outcomes.append("duplicate")
        finally:
            connection.close()

    threads = [threading.Thread(target=post) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["duplicate"] * 7 + ["kept"]
    assert Reply.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells SQLite's plan")
def test_newest_replies_are_read_from_an_index_in_their_order():
    plan = Reply.objects.published().newest_first()[:30].explain()
    assert "newest_replies" in plan
    assert "ORDER BY" not in plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells SQLite's plan")
def test_newest_replies_of_a_drama_are_read_from_an_index_in_their_order(drama):
    plan = Reply.objects.published().newest_first().filter(drama=drama)[:30].explain()
    assert "newest_of_drama" in plan
    assert "ORDER BY" not in plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells SQLite's plan")
def test_replies_of_each_drama_are_counted_in_an_index():
    plan = Drama.objects.annotate(number=Reply.objects.count_of_each()).explain()
    assert "COVERING INDEX newest_of_drama (drama_id=? AND state=?)" in plan
