import datetime
import logging
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django_tasks_db.models import DBTaskResult

from comments import addresses
from comments.data_mail import mail_link
from comments.models import Pace, Recipient

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
HANA = "hana@example.org"


class Unreachable(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


class Refusing(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPRecipientsRefused({HANA: (550, b"no such person hana@example.org")})


def ask(address=HANA, origin="https://dramas.example", attempt=0):
    mail_link.call(addresses.seal(address), origin, attempt)


def test_known_address_gets_the_link(said):
    said()
    ask()
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == ([HANA], "Your data at Dramasite")
    ((html, kind),) = letter.alternatives
    assert kind == "text/html"
    for text in (letter.body, html):
        assert text.count("https://dramas.example/privacy/data/") == 1
    assert letter.message()["Auto-Submitted"] == "auto-generated"


def test_link_leads_to_the_site_that_the_settings_name(said, settings):
    settings.SITE_URL = "https://example.org"
    said()
    ask()
    assert "https://example.org/privacy/data/" in mail.outbox[0].body


def test_unknown_address_gets_nothing_and_leaves_nothing(said):
    said(email="mei@example.org")
    ask()
    assert (mail.outbox, Pace.objects.count()) == ([], 0)


def test_address_that_is_never_to_be_written_to_is_not(said):
    said()
    Recipient.objects.at(HANA, "https://dramas.example").refuse()
    ask()
    assert mail.outbox == []


def test_address_gets_one_mail_a_day(said, time_machine_at):
    said()
    for hours in (0, 1, 23, 25):
        time_machine_at(NOON + datetime.timedelta(hours=hours))
        ask()
    assert len(mail.outbox) == 2


def test_site_mails_no_more_than_its_share(said, settings):
    settings.MAIL_RATE_SITE = "2/86400"
    for number in range(4):
        said(email=f"visitor{number}@example.org")
        ask(f"visitor{number}@example.org")
    assert len(mail.outbox) == 2


def test_killed_worker_sends_none_rather_than_two(said):
    said()
    # The task was killed after the mail was sent, and is taken up again.
    ask()
    ask()
    assert len(mail.outbox) == 1


def backend(settings, name):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.{name}"}}


def test_unreachable_server_is_tried_again_some_times(said, settings):
    backend(settings, "Unreachable")
    said()
    for attempt in range(5):
        ask(attempt=attempt)
    again = [task.args_kwargs["args"][2] for task in DBTaskResult.objects.order_by("enqueued_at")]
    assert again == [1, 2, 3, 4]
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    ask(attempt=1)
    assert len(mail.outbox) == 1


def test_refusal_names_the_address_nowhere(said, settings, caplog):
    backend(settings, "Refusing")
    said()
    with caplog.at_level(logging.DEBUG):
        ask()
    assert "SMTPRecipientsRefused" in caplog.text
    assert "hana" not in caplog.text
    assert "hana" not in str(list(DBTaskResult.objects.values()))
