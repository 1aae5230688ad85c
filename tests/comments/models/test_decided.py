import pytest

from comments.erasure import erase_at_wish
from comments.models import Decision, OverruledError, Reply, State


@pytest.mark.parametrize(
    ("state", "asks"),
    [
        (State.HELD, "is_held"),
        (State.PUBLISHED, "is_published"),
        (State.REMOVED, "is_removed"),
        (State.SPAM, "is_spam"),
    ],
)
def test_state_is_asked_by_its_name(said, state, asks):
    reply = said(state=state)
    names = ("is_held", "is_published", "is_removed", "is_spam", "is_withdrawn")
    assert [name for name in names if getattr(reply, name)] == [asks]


@pytest.mark.parametrize("act", [Reply.approve, Reply.hold])
@pytest.mark.parametrize("state", [State.HELD, State.PUBLISHED, State.SPAM])
def test_what_its_author_withdrew_is_brought_back_by_nobody(said, admin_user, state, act):
    editors = said(state=state)
    Reply.objects.get().withdraw()
    act(editors, admin_user)
    stands = Reply.objects.get()
    assert stands.is_withdrawn
    assert stands.state == (State.SPAM if state == State.SPAM else State.REMOVED)


def test_what_its_author_withdrew_may_still_turn_out_to_be_spam(said, admin_user):
    said().withdraw()
    reply = Reply.objects.get()
    reply.mark_spam(admin_user)
    reply.remove(admin_user)
    assert Reply.objects.get().is_removed


def test_withdrawal_is_logged_and_undone_by_no_editor(said, admin_user):
    said().withdraw()
    decision = Decision.objects.get()
    assert (decision.by_name, decision.note) == ("", "withdrawn by the author")
    with pytest.raises(OverruledError):
        decision.undo(admin_user)


def test_deciding_says_whether_it_could(said, admin_user):
    stands, withdrawn, deleted, erased = said(), said(), said(), said()
    said(parent=erased)
    withdrawn.withdraw()
    Reply.objects.filter(pk=deleted.pk).delete()
    erase_at_wish(erased)
    done = [reply.approve(admin_user) for reply in (stands, withdrawn, deleted, erased)]
    assert done == [True, False, False, False]
