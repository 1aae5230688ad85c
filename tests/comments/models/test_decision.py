import pytest
from django.utils import timezone

from comments.models import Decision, OverruledError, Reply, State


def log():
    rows = Decision.objects.order_by("pk")
    return list(rows.values_list("before", "after", "by_name", "note"))


def test_every_decision_is_logged(said, admin_user):
    reply = said(state=State.HELD)
    reply.approve(admin_user)
    reply.hold(note="Three readers reported it.")
    assert log() == [
        ("held", "published", "admin", ""),
        ("published", "held", "", "Three readers reported it."),
    ]


def test_log_outlives_the_editor(said, admin_user):
    said(state=State.HELD).approve(admin_user)
    admin_user.delete()
    assert (Decision.objects.get().by, log()) == (None, [("held", "published", "admin", "")])


def test_log_knows_the_state_that_another_editor_left(said, admin_user):
    reply = said(state=State.HELD)
    Reply.objects.get(pk=reply.pk).approve(admin_user)
    reply.remove(admin_user)
    assert [row[:2] for row in log()] == [("held", "published"), ("published", "removed")]


@pytest.mark.parametrize("state", [State.HELD, State.PUBLISHED, State.SPAM])
@pytest.mark.parametrize("act", [Reply.approve, Reply.mark_spam, Reply.remove, Reply.hold])
def test_undo_puts_back_what_was(said, admin_user, state, act):
    reply = said(state=state)
    act(reply, admin_user)
    Decision.objects.get().undo(admin_user)
    reply.refresh_from_db()
    assert (reply.state, reply.decided_at) == (state, None)


def test_undo_of_a_second_decision_restores_the_time_of_the_first(said, admin_user):
    reply = said(state=State.HELD)
    reply.approve(admin_user)
    approved_at = reply.decided_at
    reply.remove(admin_user)
    Decision.objects.latest("pk").undo(admin_user)
    reply.refresh_from_db()
    assert (reply.state, reply.decided_at) == (State.PUBLISHED, approved_at)


def test_undo_is_logged_and_can_be_undone(said, admin_user):
    reply = said(state=State.HELD)
    reply.mark_spam(admin_user)
    first = Decision.objects.get()
    first.undo(admin_user)
    assert log()[1] == ("spam", "held", "admin", f"takes back decision {first.pk}")
    Decision.objects.latest("pk").undo(admin_user)
    reply.refresh_from_db()
    assert reply.state == State.SPAM


def test_undo_of_what_was_overruled_is_refused(said, admin_user):
    reply = said(state=State.HELD)
    reply.approve(admin_user)
    reply.remove(admin_user)
    reply.approve(admin_user)
    with pytest.raises(OverruledError):
        Decision.objects.earliest("pk").undo(admin_user)
    reply.refresh_from_db()
    assert reply.state == State.PUBLISHED


def test_undo_brings_nothing_back_that_its_author_withdrew(said, admin_user):
    reply = said()
    reply.mark_spam(admin_user)
    Reply.objects.filter(pk=reply.pk).update(withdrawn_at=timezone.now())
    with pytest.raises(OverruledError):
        Decision.objects.get().undo(admin_user)


def test_undo_of_several_takes_back_those_that_stand(said, admin_user):
    stands, overruled = said(state=State.HELD), said(state=State.HELD)
    for reply in (stands, overruled):
        reply.mark_spam(admin_user)
    decisions = Decision.objects.filter(pk__in=[d.pk for d in Decision.objects.all()])
    overruled.approve(admin_user)
    assert decisions.undo(admin_user) == 1
    assert dict(Reply.objects.values_list("pk", "state")) == {
        stands.pk: State.HELD,
        overruled.pk: State.PUBLISHED,
    }
