"""A drama that may be replied to, and what somebody types."""

from functools import partial

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from catalog.models import Drama, Publication
from comments.models import Recipient, Reply, State, Subscription
from tests.comments.letters import links_of, path_of
from tests.conversations import write_conversation


@pytest.fixture
def drama(db):
    return Drama.objects.create(
        title="A Quiet Harbour", slug="a-quiet-harbour", publication=Publication.PUBLISHED
    )


@pytest.fixture
def typed():
    return {
        "comment": "The last episode stays with me.",
        "name": "Hana",
        "email": "hana@example.org",
        "website": "",
    }


@pytest.fixture
def said(drama):
    """Writes a reply; published unless told otherwise."""
    counter = iter(range(1, 100_000))

    def write(body=None, state=State.PUBLISHED, **given):
        body = body or f"Words number {next(counter)}."
        given = {"name": "Hana", "email": "hana@example.org"} | given
        return Reply.objects.post(drama, body=body, state=state, **given)

    return write


@pytest.fixture
def bulk_said(drama):
    """Writes many published replies at once: tests/conversations.py."""
    return partial(write_conversation, drama)


@pytest.fixture
def subscribed_to(drama):
    """Confirmed; to all replies unless a reply is given."""

    def write(email="hana@example.org", is_daily=False, **about):
        recipient = Recipient.objects.at(email, "https://dramas.example")
        subscription = Subscription.objects.create(recipient=recipient, drama=drama, **about)
        subscription.confirm(is_daily=is_daily)
        return subscription

    return write


@pytest.fixture
def in_background(settings, transactional_db):
    """The function that does the tasks that are due."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    options = {"batch": True, "interval": 0, "startup_delay": False, "verbosity": 0}
    return lambda: call_command("db_worker", **options)


@pytest.fixture
def asked(client, drama, typed):
    """Posts a reply that asks for mail; the response."""
    counter = iter(range(1, 100_000))

    def post(wish="answers", email="hana@example.org", by=client, **given):
        words = typed | {"comment": f"Asked {next(counter)}.", "email": email, "mail": wish}
        return by.post(reverse("replies", args=[drama.slug]), words | given)

    return post


@pytest.fixture
def subscribed(client, asked):
    """Asks and confirms as a person does; the subscription."""

    def ask_and_confirm(*args, pace="", by=client, **given):
        assert asked(*args, by=by, **given).status_code == 303
        subscription = Subscription.objects.latest("pk")
        if subscription.is_pending:
            by.post(path_of(links_of(mail.outbox[-1])["confirm"]), {"pace": pace})
        subscription.refresh_from_db()
        return subscription

    return ask_and_confirm
