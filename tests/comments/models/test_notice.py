import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import Notice, Progress, Reply, State, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice_of(subscribed_to):
    def write(reply, email="hana@example.org", is_daily=False, **given):
        subscription = subscribed_to(email, is_daily=is_daily, reply=reply)
        return Notice.objects.create(
            recipient=subscription.recipient,
            topic=Topic.REPLY,
            reply=reply,
            subscription=subscription,
            is_daily=is_daily,
            **given,
        )

    return write


def test_each_is_claimed_once(notice_of, said):
    first, second = notice_of(said()), notice_of(said())
    claims = [Notice.objects.claim_next("task") for _ in range(3)]
    assert claims == [[first], [second], []]
    assert set(Notice.objects.values_list("progress", "claimed_by")) == {("claimed", "task")}


def test_daily_ones_of_a_recipient_are_claimed_together(notice_of, said):
    mine = [notice_of(said(), is_daily=True) for _ in range(3)]
    others = notice_of(said(), "mei@example.org", is_daily=True)
    assert Notice.objects.claim_next("task") == mine
    assert Notice.objects.claim_next("task") == [others]


def test_what_is_not_to_be_read_now_waits(notice_of, said):
    reply = said()
    notice = notice_of(reply)
    reply.hold()
    assert Notice.objects.claim_next("task") == []
    Reply.objects.update(state=State.PUBLISHED)
    assert Notice.objects.claim_next("task") == [notice]


def test_postponed_is_due_again_later(notice_of, said):
    notice = notice_of(said())
    later = timezone.now() + datetime.timedelta(minutes=1)
    Notice.objects.postpone(Notice.objects.claim_next("task"), later)
    notice.refresh_from_db()
    assert (notice.attempts, notice.due_at, notice.progress) == (1, later, Progress.WAITING)
    assert Notice.objects.claim_next("task") == []


def test_constraint_refuses_to_tell_twice_or_unasked(notice_of, said):
    notice = notice_of(said())
    copy = {"recipient": notice.recipient, "reply": notice.reply, "topic": Topic.REPLY}
    for given in ({"subscription": notice.subscription}, {"reply": said(), "subscription": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.create(**copy | given)


def test_only_who_claimed_it_hands_it_over(notice_of, said):
    notice_of(said())
    claimed = Notice.objects.claim_next("first")
    Notice.objects.update(progress=Progress.WAITING)
    assert Notice.objects.claim_next("second") == claimed
    assert not Notice.objects.hand_over(claimed, "first")
    assert Notice.objects.hand_over(claimed, "second")
    assert not Notice.objects.hand_over(claimed, "second")
