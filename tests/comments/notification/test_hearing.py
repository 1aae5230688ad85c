import datetime

import pytest
from django.core import mail
from django.utils import timezone

from comments.models import Notice, State
from comments.notification.hearing import next_morning

MEI = {"name": "Mei", "email": "mei@example.org"}
NOON = datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.UTC)
MORNING = datetime.datetime(2024, 5, 2, 7, 0, tzinfo=datetime.UTC)


@pytest.mark.django_db
def test_reply_is_told_when_it_is_first_shown(subscribed_to, said):
    subscribed_to()
    reply = said(state=State.HELD, **MEI)
    assert (Notice.objects.count(), len(mail.outbox)) == (0, 0)
    reply.approve()
    assert len(mail.outbox) == 1
    reply.hold()
    reply.approve()
    assert (Notice.objects.count(), len(mail.outbox)) == (1, 1)


@pytest.mark.django_db
def test_who_asked_twice_is_told_once(subscribed_to, said):
    question = said()
    everything, answers = subscribed_to(), subscribed_to(reply=question)
    assert everything.recipient == answers.recipient
    said(parent=question, **MEI)
    assert [letter.subject for letter in mail.outbox] == ["Mei answered you: A Quiet Harbour"]
    assert Notice.objects.get().subscription == answers


@pytest.mark.django_db
def test_old_comments_are_no_news(subscribed_to, said):
    subscription = subscribed_to()
    subscription.confirmed_at = timezone.now() - datetime.timedelta(days=9)
    subscription.save()
    said(created_at=timezone.now() - datetime.timedelta(days=2), **MEI)
    assert Notice.objects.count() == 0


def test_held_again_before_it_is_sent_is_not_sent(subscribed_to, said, in_background):
    subscribed_to()
    reply = said(**MEI)
    reply.hold()
    in_background()
    assert mail.outbox == []
    reply.approve()
    in_background()
    assert len(mail.outbox) == 1


def test_who_ended_it_meanwhile_is_not_told(subscribed_to, said, in_background):
    ended, refused = subscribed_to(), subscribed_to("a@example.org")
    said(**MEI)
    ended.end()
    refused.recipient.refuse()
    in_background()
    assert mail.outbox == []
    assert set(Notice.objects.values_list("progress", flat=True)) == {"dropped"}


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2024-05-01T06:59:59Z", "2024-05-01T07:00Z"), ("2024-05-01T07:00Z", "2024-05-02T07:00Z")],
)
def test_morning_is_the_next_one(time_machine_at, now, expected):
    time_machine_at(datetime.datetime.fromisoformat(now))
    assert next_morning() == datetime.datetime.fromisoformat(expected)


def test_daily_mail_collects_until_the_morning(
    subscribed_to, said, in_background, time_machine_at, drama
):
    time_machine_at(NOON)
    subscribed_to(is_daily=True)
    withdrawn = None
    for hour in range(3):
        time_machine_at(NOON + datetime.timedelta(hours=hour))
        withdrawn = said(**MEI)
        in_background()
    withdrawn.hold()
    time_machine_at(MORNING - datetime.timedelta(seconds=1))
    in_background()
    assert mail.outbox == []
    for hour in range(3):
        time_machine_at(MORNING + datetime.timedelta(hours=hour))
        in_background()
    [letter] = mail.outbox
    assert letter.subject == "2 new replies: A Quiet Harbour"
    assert letter.body.count("> Words number") == 2
    # Approved again in the course of the day: tomorrow.
    withdrawn.approve()
    in_background()
    assert len(mail.outbox) == 1
    time_machine_at(MORNING + datetime.timedelta(days=1))
    in_background()
    assert [letter.subject for letter in mail.outbox[1:]] == ["1 new reply: A Quiet Harbour"]
