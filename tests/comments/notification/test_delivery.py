"""Against a real mail server, by a real worker."""

import datetime
import logging

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comments.models import Notice, Progress, Subscription
from comments.models.recipient import MOST_REFUSALS
from comments.notification import delivery
from comments.notification.delivery import MOST_ATTEMPTS, take_up_abandoned
from dramasite.schedule import enqueue_due
from tests.mailserver import OK, Letterbox, free_port, mailers, serving

MEI = {"name": "Mei", "email": "mei@example.org"}
NOW = datetime.datetime.now(datetime.UTC)
PATIENCE, NEVER = "451 Later", "550 No such mailbox"


@pytest.fixture
def post(settings, in_background):
    """Works while a server with these answers is there."""

    def work(**answers):
        box = Letterbox(**answers)
        with serving(box) as port:
            settings.MAILERS = mailers(port)
            in_background()
        return box

    return work


def progress():
    return list(Notice.objects.order_by("pk").values_list("progress", flat=True))


def warnings(caplog):
    return [r.message for r in caplog.records if r.name == delivery.logger.name]


def test_mail_is_handed_to_the_server_once(post, subscribed_to, said):
    subscribed_to()
    said(**MEI)
    box = post()
    assert [to for to, _letter in box.letters] == ["hana@example.org"]
    assert b"Subject: Mei on A Quiet Harbour" in box.letters[0][1]
    assert (post().letters, progress()) == ([], ["sent"])


@pytest.mark.parametrize("stage", ["rcpt", "data"])
def test_server_that_asks_for_patience_gets_the_mail_later(
    post, subscribed_to, said, time_machine_at, stage
):
    time_machine_at(NOW)
    subscribed_to()
    said(**MEI)
    assert post(**{stage: [PATIENCE]}).letters == []
    taken = {}
    for minutes in (0.5, 1.1, 2, 6, 60):
        time_machine_at(NOW + datetime.timedelta(minutes=minutes))
        taken[minutes] = len(post(**{stage: [PATIENCE] if minutes == 1.1 else []}).letters)
    assert taken == {0.5: 0, 1.1: 0, 2: 0, 6: 1, 60: 0}
    assert progress() == ["sent"]


def test_one_who_has_to_wait_keeps_nobody_else_waiting(post, subscribed_to, said):
    subscribed_to()
    subscribed_to("a@example.org")
    said(**MEI)
    assert [to for to, _ in post(rcpt=[PATIENCE]).letters] == ["a@example.org"]
    assert progress() == ["waiting", "sent"]


def test_server_that_is_away_for_days_is_given_up(
    settings, in_background, subscribed_to, said, time_machine_at, caplog
):
    settings.MAILERS = mailers(free_port())
    time_machine_at(NOW)
    subscribed_to()
    said(**MEI)
    for hours in range(0, 90, 3):
        for minutes in (0, 20):
            time_machine_at(NOW + datetime.timedelta(hours=hours, minutes=minutes))
            in_background()
    assert progress() == ["refused"]
    assert Notice.objects.get().attempts == MOST_ATTEMPTS - 1
    assert warnings(caplog) == [
        f"Notice {Notice.objects.get().pk} is given up: ConnectionRefusedError"
    ]
    assert Subscription.objects.active().count() == 1


def test_address_that_is_refused_for_good_is_not_written_to_for_ever(post, subscribed_to, said):
    subscribed_to()
    for number in range(MOST_REFUSALS + 1):
        said(f"Words {number}.", **MEI)
        assert post(rcpt=[NEVER]).letters == []
    assert progress() == ["refused"] * MOST_REFUSALS
    assert Subscription.objects.active().count() == 0


def test_mail_that_is_refused_for_good_is_not_sent_again(post, subscribed_to, said, caplog):
    subscribed_to()
    said(**MEI)
    assert post(data=["554 Spam"]).letters == []
    assert (post().letters, progress()) == ([], ["refused"])
    assert "hana" not in str(warnings(caplog))
    assert Subscription.objects.active().count() == 1


@pytest.mark.parametrize(
    ("begun", "left", "sent"),
    [(Progress.CLAIMED, "sent", 1), (Progress.HANDED, "lost", 0)],
)
def test_what_a_killed_worker_had_begun(post, subscribed_to, said, caplog, begun, left, sent):
    subscribed_to()
    said(**MEI)
    Notice.objects.update(progress=begun, claimed_by="a task that is not there any more")
    assert len(post().letters) == sent
    assert progress() == [left]
    assert len(warnings(caplog)) == (begun == Progress.HANDED)


@pytest.mark.parametrize("begun", [Progress.CLAIMED, Progress.HANDED])
def test_what_another_worker_does_is_left_to_it(in_background, subscribed_to, said, begun):
    subscribed_to()
    said(**MEI)
    other = DBTaskResult.objects.get()
    DBTaskResult.objects.update(status="RUNNING")
    Notice.objects.update(progress=begun, claimed_by=str(other.pk))
    take_up_abandoned("me")
    assert progress() == [begun]
    # The task itself, begun anew after its worker was killed, knows better.
    take_up_abandoned(str(other.pk))
    assert progress() == [{"claimed": "waiting", "handed": "lost"}[begun]]


def test_many_are_sent_in_turns(post, subscribed_to, said, monkeypatch):
    monkeypatch.setattr(delivery, "MOST_AT_A_TIME", 2)
    for number in range(5):
        subscribed_to(f"a{number}@example.org")
    said(**MEI)
    assert sorted(to for to, _ in post().letters) == [f"a{n}@example.org" for n in range(5)]
    assert sorted(DBTaskResult.objects.values_list("return_value", flat=True)) == [1, 2, 2]


def test_sealed_address_that_no_key_opens_blocks_nobody(
    post, subscribed_to, said, caplog, settings
):
    subscribed_to()
    settings.ADDRESS_KEYS = ["another-key-0123456789-0123456789-0123"]
    subscribed_to("a@example.org")
    said(**MEI)
    assert [to for to, _ in post().letters] == ["a@example.org"]
    assert progress() == ["dropped", "sent"]
    assert "cannot be written" in warnings(caplog)[0]


def test_address_of_one_who_is_written_to_reaches_no_log(post, subscribed_to, said, caplog):
    caplog.set_level(logging.DEBUG)
    subscribed_to()
    for number, answers in enumerate(({}, {"rcpt": [PATIENCE]}, {"rcpt": [NEVER]})):
        said(f"Words {number}.", **MEI)
        post(**answers)
    said_by_us = [r for r in caplog.records if r.name.split(".")[0] != "mail"]
    assert "hana@" not in " ".join(f"{r.getMessage()} {vars(r)}" for r in said_by_us)
    stored = DBTaskResult.objects.values_list("args_kwargs", "return_value", "traceback")
    assert "hana@" not in str(list(stored))


def test_recovered_address_begins_anew(post, subscribed_to, said):
    recipient = subscribed_to().recipient
    said(**MEI)
    post(rcpt=[NEVER, OK])
    said(**MEI)
    post()
    recipient.refresh_from_db()
    assert (recipient.refusals, timezone.is_aware(recipient.created_at)) == (0, True)


def test_mail_whose_task_is_gone_is_sent_by_the_schedule(post, subscribed_to, said):
    subscribed_to()
    said(**MEI)
    DBTaskResult.objects.all().delete()
    assert post().letters == []
    enqueue_due()
    assert len(post().letters) == 1
