import pytest

from comments.answers import UnansweredError, answer
from comments.models import DuplicateReplyError, Reply, State


def test_answer_is_shown_at_once_under_the_editors_name(said, admin_user):
    admin_user.first_name, admin_user.last_name = "Yun", "Seo"
    reply = said()
    told = answer(reply, "Thank you.", admin_user)
    told.refresh_from_db()
    assert (told.name, told.state, told.parent) == ("Yun Seo", State.PUBLISHED, reply)
    assert (told.editor, told.email_key, told.email_sealed) == (admin_user, "", "")


def test_answer_approves_what_waits(said, admin_user):
    reply = said(state=State.HELD)
    answer(reply, "Thank you.", admin_user)
    reply.refresh_from_db()
    assert reply.is_published
    assert reply.decisions.get().by == admin_user


@pytest.mark.parametrize("state", [State.SPAM, State.REMOVED])
def test_what_is_taken_down_is_not_answered(said, admin_user, state):
    with pytest.raises(UnansweredError):
        answer(said(state=state), "Thank you.", admin_user)
    assert Reply.objects.count() == 1


def test_same_answer_twice_is_refused_and_changes_nothing(said, admin_user):
    reply = said()
    answer(reply, "Thank you.", admin_user)
    reply.hold()
    with pytest.raises(DuplicateReplyError):
        answer(reply, "Thank you.", admin_user)
    reply.refresh_from_db()
    assert reply.is_held
