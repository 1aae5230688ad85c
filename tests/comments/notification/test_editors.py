import datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from comments.models import ModerationRules, QueueReader, Reply, State
from comments.notification.editors import tell_editors
from tests.comments.letters import path_of

NINE = datetime.datetime(2024, 5, 2, 9, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
HOUR = 60 * MINUTE
pytestmark = pytest.mark.django_db


class Killing(EmailBackend):
    """The worker ends while it sends: nobody knows whether the mail was taken."""

    def send_messages(self, messages):
        raise SystemExit


class Unreachable(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


class Refusing(EmailBackend):
    def send_messages(self, messages):
        raise ValueError(f"{messages[0].to} is not written to")


@pytest.fixture(autouse=True)
def hourly(time_machine_at):
    time_machine_at(NINE)
    return ModerationRules.objects.create(pk=1, mail_every="hour")


def reader(name="mira", email="mira@example.net", **given):
    user = User.objects.create_user(name, email=email, is_staff=True, **given)
    user.user_permissions.add(Permission.objects.get(codename="view_reply"))
    return QueueReader.objects.create(editor=user, origin="https://dramas.example")


def tell():
    return tell_editors.call()


def backend(settings, name):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.{name}"}}


def test_mail_collects_what_waits(said):
    reader()
    reported = said("Stands ||and spoils||.", name="Mei")
    reported.reports.create(reason="spam", words="look at evil@example.org")
    said("Waits.", state=State.HELD, name="\u202eHana", email="hana@example.org")
    said("Of episode three.", state=State.HELD, about_episode=3)
    assert tell() == 1
    (letter,) = mail.outbox
    (html, kind), *_ = letter.alternatives
    assert (letter.subject, letter.to, kind) == (
        "3 replies wait: Dramasite",
        ["mira@example.net"],
        "text/html",
    )
    for text in (letter.body, html):
        for words in ("Waits.", "A Quiet Harbour", "eported by readers"):
            assert words in text
        for secret in ("spoils", "episode three", "example.org", "evil"):
            assert secret not in text
    assert f"https://dramas.example/admin/comments/reply/queue/#reply-{reported.pk}" in letter.body


def test_links_open_pages_and_decide_nothing(said, client):
    user = reader().editor
    said(state=State.HELD)
    tell()
    client.force_login(user)
    for word in mail.outbox[0].body.split():
        if word.startswith("https://"):
            path = path_of(word).partition("#")[0]
            assert Client().get(path).status_code == 302
            assert client.get(path).status_code == 200
    assert Reply.objects.get().is_held


def test_mail_comes_once_in_an_interval_and_only_with_news(said, time_machine_at):
    reader()
    assert tell() == 0
    said(state=State.HELD, created_at=NINE)
    assert [tell(), tell()] == [1, 0]
    time_machine_at(NINE + 59 * MINUTE)
    said(state=State.HELD)
    assert tell() == 0
    time_machine_at(NINE + HOUR)
    assert [tell(), tell()] == [1, 0]
    time_machine_at(NINE + 5 * HOUR)
    assert tell() == 0
    assert [letter.subject[:1] for letter in mail.outbox] == ["1", "2"]


def test_daily_mail_comes_in_the_morning(said, hourly, time_machine_at):
    hourly.mail_every = "day"
    hourly.save()
    reader()
    sent = []
    for hours in (0, 3, 21, 23, 24):
        time_machine_at(NINE + hours * HOUR)
        said(state=State.HELD)
        sent.append(tell())
    assert sent == [1, 0, 0, 1, 0]


def test_switched_off_nobody_is_told(said, hourly):
    reader()
    said(state=State.HELD)
    hourly.mail_every = ""
    hourly.save()
    assert tell() == 0


@pytest.mark.parametrize(
    "change",
    [{"is_active": False}, {"is_staff": False}, {"email": ""}],
    ids=["not active", "not staff", "no address"],
)
def test_who_is_no_editor_is_not_told(said, change):
    user = reader().editor
    User.objects.filter(pk=user.pk).update(**change)
    said(state=State.HELD)
    assert tell() == 0


def test_who_may_not_see_replies_is_not_told(said):
    reader().editor.user_permissions.clear()
    said(state=State.HELD)
    assert tell() == 0


def test_worker_killed_while_it_sends_does_not_send_twice(said, settings, time_machine_at):
    reader()
    said(state=State.HELD, created_at=NINE)
    usual = settings.MAILERS
    backend(settings, "Killing")
    with pytest.raises(SystemExit):
        tell()
    settings.MAILERS = usual
    time_machine_at(NINE + 30 * MINUTE)
    assert tell() == 0
    # Nobody knows whether it was read: the next interval's tells of the same.
    time_machine_at(NINE + HOUR)
    assert (tell(), mail.outbox[0].subject[:7]) == (1, "1 reply")


def test_server_out_of_reach_is_asked_again_soon(said, settings):
    reader()
    said(state=State.HELD)
    usual = settings.MAILERS
    backend(settings, "Unreachable")
    assert tell() == 0
    settings.MAILERS = usual
    assert tell() == 1


def test_mail_that_is_refused_stops_no_other_and_names_nobody(said, settings, caplog):
    reader()
    reader("jo", "jo@example.net")
    said(state=State.HELD)
    backend(settings, "Refusing")
    assert tell() == 0
    assert caplog.text.count("was not sent: ValueError") == 2
    assert "example.net" not in caplog.text


def test_of_two_workers_one_begins():
    mine, theirs = reader(), QueueReader.objects.get()
    begun = [QueueReader.objects.begin(each, NINE) for each in (mine, theirs)]
    assert begun == [True, False]


def test_long_queue_is_told_in_short(said):
    reader()
    for number in range(12):
        said(f"Words {number}.", state=State.HELD)
    tell()
    assert mail.outbox[0].body.count("A Quiet Harbour") == 10
    assert "and 2 more." in mail.outbox[0].body
