import pytest

from comments.models import Learnt, Lesson, State
from comments.models.lesson import TEXTS, UNITS, place_of
from comments.spam.bayes.learning import learn_from


def learnt(*units):
    """(spam, genuine) of each, now."""
    return [Learnt.objects.seen([place_of(unit)]).get(place_of(unit)) for unit in units]


def everything():
    rows = Learnt.objects.order_by("pk").values_list()
    return [row for row in rows if row[1:] != (0, 0)]


@pytest.fixture
def reply(said):
    return said("Peculiar words here.", state=State.HELD)


@pytest.mark.parametrize(("decide", "counts"), [("mark_spam", (1, 0)), ("approve", (0, 1))])
def test_decision_of_an_editor_is_learnt(reply, admin_user, decide, counts):
    getattr(reply, decide)(admin_user)
    assert learnt("peculiar", "peculiar words", "#eculi") == [counts] * 3
    assert Learnt.objects.seen([TEXTS])[TEXTS] == counts
    assert max(Learnt.objects.seen([UNITS])[UNITS]) == len(Lesson.objects.get().places) // 4


@pytest.mark.parametrize("decide", ["mark_spam", "approve", "remove"])
def test_decision_of_the_site_or_the_author_teaches_nothing(reply, decide):
    getattr(reply, decide)()
    assert everything() == []


def test_same_decision_twice_is_one_lesson(reply, admin_user):
    reply.mark_spam(admin_user)
    reply.mark_spam(admin_user)
    assert learnt("peculiar") == [(1, 0)]


def test_other_decision_takes_the_place_of_the_first(reply, admin_user):
    reply.mark_spam(admin_user)
    reply.approve(admin_user)
    assert learnt("peculiar") == [(0, 1)]


@pytest.mark.parametrize("reverse", ["hold", "remove"])
def test_reversed_decision_is_forgotten_exactly(reply, said, admin_user, reverse):
    other = said("Other peculiar words.", state=State.HELD)
    other.approve(admin_user)
    before = everything()
    reply.mark_spam(admin_user)
    reply.body = "Something else altogether."
    reply.save()
    getattr(reply, reverse)(admin_user)
    assert everything() == before
    assert Lesson.objects.get().reply == other


def test_decision_that_is_undone_is_forgotten(said, admin_user):
    reply = said("Peculiar words here.")
    reply.mark_spam(admin_user)
    reply.decisions.get().undo(admin_user)
    assert reply.__class__.objects.get().state == State.PUBLISHED
    assert everything() == []


def test_what_was_learnt_outlives_the_reply(reply, admin_user):
    reply.mark_spam(admin_user)
    reply.delete()
    assert learnt("peculiar") == [(1, 0)]
    assert not Lesson.objects.exists()


def test_website_is_learnt_with_the_words(said, admin_user):
    reply = said(website="https://shop.example/", state=State.HELD)
    reply.mark_spam(admin_user)
    assert learnt("~host shop.example") == [(1, 0)]


def test_words_in_odd_letters_are_learnt(said, admin_user):
    reply = said("\u0001 \U0001f600 ẞ İ", state=State.HELD)
    reply.state, reply.decided_at = State.SPAM, reply.created_at
    learn_from(reply)
    assert Lesson.objects.count() == 1
