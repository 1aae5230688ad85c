"""A scanner opens every link of every mail, before anybody reads it: nothing happens."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from comments.models import Notice
from tests.comments.letters import path_of

MEI = {"name": "Mei", "email": "mei@example.org"}
SCANNER = {"User-Agent": "Mozilla/5.0 (compatible; scanner)", "Sec-Fetch-Site": "none"}


def everything():
    """Every row of every table."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows[table] = sorted(map(repr, cursor.fetchall()))
    return rows


def addresses_of(text):
    return {path_of(url) for url in re.findall(r"https?://[^\s\"<>]+", text)}


@pytest.fixture
def letters(asked, subscribed_to, said, settings, client):
    """One of every kind, their subscriptions still waiting or active."""
    settings.MAIL_RATE_ADDRESS = "9/86400"
    question = said()
    for wish in ("answers", "all", "link"):
        asked(wish)
    subscribed_to("a@example.org", reply=question)
    subscribed_to("b@example.org")
    subscribed_to("c@example.org", is_daily=True)
    return question


def test_scanner_changes_no_row(letters, said, in_background, time_machine):
    said("An answer.", parent=letters, **MEI)
    Notice.objects.update(due_at="2024-05-01T00:00Z")
    in_background()
    assert len(mail.outbox) == 6
    found = set()
    for letter in mail.outbox:
        found |= addresses_of(letter.body) | addresses_of(letter.alternatives[0].content)
        found |= addresses_of(letter.extra_headers.get("List-Unsubscribe", ""))
    kinds = {re.sub(r"\d.*", "", path) for path in found}
    assert {
        "/mail/confirm/",
        "/mail/stop/",
        "/mail/stop/daily/",
        "/mail/refuse/",
        "/mail/",
    } <= kinds
    before, scanner = everything(), Client(headers=SCANNER)
    # What the pages lead to is looked at, too.
    for path in sorted(found):
        page = scanner.get(path, follow=True)
        assert page.status_code == 200, path
        found |= set(re.findall(r'href="(/(?:mail|replies|dramas)/[^"#]+)', page.content.decode()))
    assert not scanner.cookies
    for path in sorted(found):
        for ask in (scanner.get, scanner.head):
            assert ask(path, follow=True).status_code < 500, path
    assert everything() == before
