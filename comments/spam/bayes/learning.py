"""Learning from what editors decide, and forgetting it when they decide otherwise."""

from __future__ import annotations

from comments.models import Lesson, Reply, State
from comments.spam.bayes.units import units
from comments.spam.signs import signs

TEACHES = {State.SPAM: True, State.PUBLISHED: False}


def learn_from(reply: Reply) -> None:
    """After an editor's decision. What he neither approved nor took for spam teaches nothing."""
    forget(reply)
    is_spam = TEACHES.get(State(reply.state))
    # Put back to how it came, nothing is decided on it.
    if is_spam is not None and reply.decided_at is not None:
        found = units(reply.body, reply.website, signs(reply.body, reply.website))
        Lesson.of(reply, found.all(), is_spam=is_spam).learn()


def forget(reply: Reply) -> None:
    """Exactly what was learnt, whatever has become of the words since."""
    for lesson in Lesson.objects.filter(reply=reply):
        lesson.forget()
