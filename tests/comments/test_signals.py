import pytest

from comments.models import DuplicateReplyError, State
from comments.signals import decided, posted


@pytest.fixture
def told():
    """What was sent, in order."""
    heard = []

    def on_posted(reply, **kwargs):
        heard.append(("posted", reply.pk, reply.state))

    def on_decided(reply, before, by, **kwargs):
        heard.append((before, reply.state, by))

    posted.connect(on_posted)
    decided.connect(on_decided)
    yield heard
    posted.disconnect(on_posted)
    decided.disconnect(on_decided)


def test_every_step_of_a_reply_is_told(said, told, admin_user):
    reply = said(state=State.HELD)
    reply.approve(admin_user)
    reply.remove()
    reply.hold(admin_user)
    assert told == [
        ("posted", reply.pk, "held"),
        ("held", "published", admin_user),
        ("published", "removed", None),
        ("removed", "held", admin_user),
    ]


def test_reply_that_was_said_before_is_not_told_again(said, told):
    said("The same.")
    with pytest.raises(DuplicateReplyError):
        said("The same.")
    assert len(told) == 1


def test_handler_that_fails_undoes_the_decision(said):
    reply = said(state=State.HELD)

    def fail(**kwargs):
        raise RuntimeError

    decided.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            reply.approve()
    finally:
        decided.disconnect(fail)
    reply.refresh_from_db()
    assert reply.state == State.HELD
