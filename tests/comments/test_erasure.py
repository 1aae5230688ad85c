import pytest
from django.db import IntegrityError, transaction

from comments.discussion import discussion_of
from comments.erasure import EMPTY, empty, erase_at_wish, erase_or_empty
from comments.models import Decision, Lesson, Reply, Report, Revision, State, Trace
from comments.own import own_address
from comments.retention import PERSONAL

pytestmark = pytest.mark.django_db

GIVEN = {
    "name": "Quokka",
    "website": "https://quokka.example",
    "network_key": "n",
    "browser_key": "b",
    "about_episode": 3,
    "points": 2,
    "reasons": [{"words": "said quokka", "points": 2}],
}


def left_of(reply):
    return Reply.objects.filter(pk=reply.pk).values().first()


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("is_answered", [False, True])
def test_wish_leaves_a_place_only_where_one_is_needed(said, state, is_answered):
    reply = said("quokka", state=state, **GIVEN)
    if is_answered:
        said(parent=reply)
    erase_at_wish(reply)
    left = left_of(reply)
    assert (left is not None) == (is_answered or state == State.PUBLISHED)
    if left:
        assert left["state"] == (State.SPAM if state == State.SPAM else State.REMOVED)
        assert (left["withdrawn_at"] is not None, left["erased_at"] is not None) == (True, True)
        now = Reply.objects.get(pk=reply.pk)
        assert {name: getattr(now, name) for name in EMPTY} == EMPTY
        assert "quokka" not in str(left)


def test_every_personal_field_of_a_reply_is_emptied():
    fields = {f for kept in PERSONAL if kept.model == "comments.Reply" for f in kept.fields}
    # When it was written keeps its place in the thread; the fingerprint is replaced.
    assert fields - EMPTY.keys() == {"created_at", "fingerprint"}


def test_whatever_may_hang_on_a_reply_has_been_thought_of():
    hanging = {each.related_model._meta.label for each in Reply._meta.related_objects}
    emptied = {f"comments.{name}" for name in ("Decision", "Lesson", "Report", "Revision", "Trace")}
    # What others asked for and were sent, their answers, and a ban, which is no wish of his.
    kept = {
        f"comments.{name}" for name in ("Subscription", "Notice", "Reply", "Ban", "ImportedReply")
    }
    assert hanging - emptied - kept == set()


def test_what_hangs_on_a_reply_goes_with_its_words(said, admin_user):
    reply = said("quokka words enough for a trace", **GIVEN)
    Revision.objects.create(reply=reply, name="Quokka", body="quokka once")
    reply.approve(admin_user, note="a quokka")
    assert Lesson.objects.count() == 1
    Report.objects.create(reply=reply, words="it says quokka")
    erase_at_wish(reply)
    for gone in (Lesson, Revision, Trace):
        assert gone.objects.count() == 0
    assert Report.objects.get().words == ""
    assert "quokka" not in str(list(Decision.objects.values())).lower()


def test_erased_reply_leaves_its_answers_and_says_that_it_is_gone(client, drama, said):
    reply = said("quokka", **GIVEN)
    said("An answer.", parent=reply)
    erase_at_wish(reply)
    (place,) = discussion_of(drama).shown(discussion_of(drama).threads)
    assert (place.reply, [answer.reply.body for answer in place.answers]) == (None, ["An answer."])
    response = client.get(f"/replies/{reply.pk}/")
    assert response.status_code == 410
    assert "withdrawn by its author" in response.content.decode()
    assert client.get(own_address(reply)).status_code == 404


def test_erasing_twice_changes_nothing_more(said):
    reply = said()
    erase_at_wish(reply)
    left = left_of(reply)
    erase_at_wish(reply)
    assert left_of(reply) | {"erased_at": None} == left | {"erased_at": None}


@pytest.mark.parametrize("act", [Reply.approve, Reply.hold, Reply.mark_spam, Reply.remove])
def test_erased_reply_is_decided_on_by_nobody(said, act):
    reply = said()
    erase_at_wish(reply)
    left, decisions = left_of(reply), Decision.objects.count()
    act(Reply.objects.get(pk=reply.pk))
    assert (left_of(reply), Decision.objects.count()) == (left, decisions)


@pytest.mark.parametrize(
    "change", [{"name": "Hana"}, {"body": "x"}, {"network_key": "n"}, {"state": State.PUBLISHED}]
)
def test_database_keeps_an_erased_reply_empty(said, change):
    reply = said()
    erase_at_wish(reply)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(**change)


def test_without_a_wish_nobody_is_said_to_have_withdrawn(said):
    answered, other = said(state=State.SPAM), said(state=State.SPAM)
    said(parent=answered)
    erase_or_empty(Reply.objects.filter(state=State.SPAM))
    assert left_of(other) is None
    assert (left_of(answered)["withdrawn_at"], left_of(answered)["body"]) == (None, "")


@pytest.mark.parametrize("number", [1, 3])
def test_emptying_costs_the_same_however_many(said, django_assert_num_queries, number):
    replies = [said() for _ in range(number)]
    Reply.objects.update(state=State.REMOVED)
    for reply in replies:
        reply.refresh_from_db()
    with django_assert_num_queries(7):
        empty(replies)
