"""Fifty addresses that occur nowhere else: found in no page, no log and no file."""

import hashlib
import logging
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.views.debug import ExceptionReporter

from catalog.models import Drama, Publication
from comments.models import Reply
from tests.journeys.crawl import crawl, plain_addresses
from tests.journeys.planted import ADDRESSES, found_in, rows_with_traces


def post_replies(client):
    """One reply from each address, most of them answers; their authors' own pages."""
    Drama.objects.create(title="A", slug="a", publication=Publication.PUBLISHED)
    for number, address in enumerate(ADDRESSES):
        reply = Reply.objects.published().first()
        place = f"/replies/{reply.pk}/answer/" if reply else "/dramas/a/replies/"
        typed = {"comment": f"Words {number}.", "name": f"Visitor {number}", "email": address}
        response = client.post(place, typed)
        assert response.status_code == 303
        assert client.post(place, typed).status_code == 409
        decide(Reply.objects.latest("pk"), number)
        yield response.url


@pytest.fixture
def own_pages(transactional_db, client):
    return list(post_replies(client))


@pytest.fixture
def logged(transactional_db, client, caplog):
    """What was logged at debug level, SQL included, while all of it was posted."""
    connection.force_debug_cursor = True
    # Django gives its own loggers a level, which would keep SQL from the root's.
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="django"):
        list(post_replies(client))
    connection.force_debug_cursor = False
    return [f"{record.getMessage()} {vars(record)}" for record in caplog.records]


def decide(reply, number):
    decisions = (Reply.approve, Reply.mark_spam, Reply.approve, Reply.remove, Reply.hold)
    decisions[number % len(decisions)](reply)


def starting_points(own_pages):
    yield from plain_addresses()
    # What robots are told of in other ways than by links.
    yield from ("/sitemaps/dramas-1.xml", "/api/dramas/a/", "/api/search/?q=words")
    yield from own_pages
    for pk in Reply.objects.values_list("pk", flat=True):
        yield from (f"/replies/{pk}/", f"/replies/{pk}/answer/")
        yield f"/admin/comments/reply/{pk}/change/"


def texts(answers):
    return {path: f"{answer.headers}\n{text}" for path, answer, text in answers}


@pytest.fixture
def moderator(own_pages):
    """The browser of an editor who may do everything but see addresses."""
    editor = User.objects.create_user("moderator", is_staff=True)
    editor.user_permissions.set(Permission.objects.exclude(codename="view_addresses"))
    browser = Client()
    browser.force_login(editor)
    return browser


@pytest.mark.long
def test_planted_addresses_are_found_nowhere(own_pages, moderator, client):
    pages = texts(crawl(client, starting_points(own_pages)))
    pages |= texts(crawl(moderator, starting_points(own_pages), within="/admin/"))
    assert {path: found for path, text in pages.items() if (found := found_in(text))} == {}
    assert {"/feeds/replies.json", "/dramas/a/replies.atom", "/api/dramas/a/"} <= pages.keys()
    assert len(pages) > 200
    assert any("Words 49." in text for text in pages.values())


def test_planted_addresses_are_in_no_log(logged):
    assert any("INSERT INTO" in record and "comments_reply" in record for record in logged)
    assert found_in("\n".join(logged)) == []


def break_down(client, settings, name, value, place="/dramas/a/replies/"):
    """Posts while the site is misconfigured; what is answered."""
    setattr(settings, name, value)
    client.raise_request_exception = False
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    typed = {"comment": "Words.", "name": "Visitor", "email": ADDRESSES[0]}
    return client.post(place, typed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("place", "form", "name", "value"),
    [
        ("/dramas/a/replies/", "ReplyForm", "REPLY_RATE", "x"),
        ("/dramas/a/replies/", "ReplyForm", "ADDRESS_PEPPER", None),
        ("/dramas/a/replies/", "ReplyForm", "ADDRESS_KEYS", []),
        ("/dramas/a/replies/", "ReplyForm", "ADDRESS_KEYS", [0]),
        ("/privacy/data/", "AddressForm", "MAIL_RATE_NETWORK", "x"),
        ("/privacy/data/", "AddressForm", "ADDRESS_KEYS", []),
        ("/privacy/data/", "AddressForm", "ADDRESS_KEYS", [0]),
    ],
)
def test_planted_address_is_in_no_report_of_a_failure(
    client, caplog, settings, place, form, name, value
):
    Drama.objects.create(title="A", slug="a", publication=Publication.PUBLISHED)
    with caplog.at_level(logging.DEBUG):
        response = break_down(client, settings, name, value, place)
    assert response.status_code == 500
    failure = next(record for record in caplog.records if record.levelno == logging.ERROR)
    # What would be mailed to ADMINS: every frame of ours with its variables.
    report = ExceptionReporter(failure.request, *failure.exc_info)
    texts = [report.get_traceback_html(), report.get_traceback_text(), caplog.text]
    assert form in texts[0]
    assert [found_in(text) for text in [*texts, response.content.decode()]] == [[], [], [], []]


def test_planted_addresses_are_in_no_row_and_in_no_file(own_pages, admin_client, settings):
    admin_client.get("/admin/comments/reply/", {"q": ADDRESSES[3]})
    assert rows_with_traces() == {}
    files = [path for path in settings.DATA_DIR.rglob("*") if path.is_file()]
    assert [path for path in files if found_in(path.read_bytes().decode("latin-1"))] == []
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        written = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
        assert "Words 49." in written.decode("latin-1")
        assert found_in(written.decode("latin-1")) == []


def test_traces_are_found_where_they_are():
    address = ADDRESSES[7]
    digest = hashlib.md5(address.lower().encode()).hexdigest()
    for text in (f"<{address.upper()}>", f"/avatar/{digest}.png"):
        assert found_in(text)
