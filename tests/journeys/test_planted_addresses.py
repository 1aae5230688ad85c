"""Fifty addresses that occur nowhere else: found in no page, no log and no file."""

import base64
import hashlib
import logging
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.views.debug import ExceptionReporter

from catalog.models import Drama, Publication
from comments.models import Reply
from tests.journeys.crawl import crawl, plain_addresses

ADDRESSES = [f"Planted.{n:02}.Quokka@zebra-{n:02}.example" for n in range(50)]


def traces(address):
    """The address in clear, and its unkeyed hashes as they are commonly written."""
    for text in {address, address.lower()}:
        yield text.lower()
        for name in ("md5", "sha1", "sha256"):
            digest = hashlib.new(name, text.encode()).digest()
            yield digest.hex()
            yield base64.b64encode(digest).decode().rstrip("=").lower()
            yield base64.urlsafe_b64encode(digest).decode().rstrip("=").lower()


TRACES = [trace for address in ADDRESSES for trace in traces(address)]


ANY_TRACE = re.compile("|".join(map(re.escape, sorted({trace[:12] for trace in TRACES}))))


def found_in(text):
    text = text.lower()
    # One pass for their beginnings; the whole of each is looked for only where one begins.
    return [trace for trace in TRACES if trace in text] if ANY_TRACE.search(text) else []


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


def test_planted_addresses_are_found_nowhere(own_pages, admin_client, client):
    pages = texts(crawl(client, starting_points(own_pages)))
    pages |= texts(crawl(admin_client, starting_points(own_pages), within="/admin/"))
    assert {path: found for path, text in pages.items() if (found := found_in(text))} == {}
    assert {"/feeds/replies.json", "/dramas/a/replies.atom", "/api/dramas/a/"} <= pages.keys()
    assert len(pages) > 200
    assert any("Words 49." in text for text in pages.values())


def test_planted_addresses_are_in_no_log(logged):
    assert any("INSERT INTO" in record and "comments_reply" in record for record in logged)
    assert found_in("\n".join(logged)) == []


def break_down(client, settings, name, value):
    """Posts while the site is misconfigured; what is logged of it, and what is answered."""
    setattr(settings, name, value)
    client.raise_request_exception = False
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    typed = {"comment": "Words.", "name": "Visitor", "email": ADDRESSES[0]}
    return client.post("/dramas/a/replies/", typed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [("REPLY_RATE", "x"), ("ADDRESS_PEPPER", None), ("ADDRESS_KEYS", []), ("ADDRESS_KEYS", [0])],
)
def test_planted_address_is_in_no_report_of_a_failure(client, caplog, settings, name, value):
    Drama.objects.create(title="A", slug="a", publication=Publication.PUBLISHED)
    with caplog.at_level(logging.DEBUG):
        response = break_down(client, settings, name, value)
    assert response.status_code == 500
    failure = next(record for record in caplog.records if record.levelno == logging.ERROR)
    # What would be mailed to ADMINS: every frame of ours with its variables.
    report = ExceptionReporter(failure.request, *failure.exc_info)
    texts = [report.get_traceback_html(), report.get_traceback_text(), caplog.text]
    assert "ReplyForm" in texts[0]
    assert [found_in(text) for text in [*texts, response.content.decode()]] == [[], [], [], []]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's file")
def test_planted_addresses_are_not_in_the_database_file(own_pages):
    file = Path(connection.settings_dict["NAME"])
    written = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    text = written.decode("latin-1")
    assert "Words 49." in text
    assert found_in(text) == []


def test_planted_addresses_are_in_no_row_in_clear(own_pages, admin_client):
    admin_client.get("/admin/comments/reply/", {"q": ADDRESSES[3]})
    for model in apps.get_models(include_auto_created=True):
        rows = str(list(model.objects.values()))
        if model is Session:
            rows = str([session.get_decoded() for session in Session.objects.all()])
        assert found_in(rows) == [], model._meta.label


def test_planted_addresses_are_in_no_other_file(own_pages, settings):
    files = [path for path in settings.DATA_DIR.rglob("*") if path.is_file()]
    assert [path for path in files if found_in(path.read_bytes().decode("latin-1"))] == []


def test_traces_are_found_where_they_are():
    address = ADDRESSES[7]
    digest = hashlib.md5(address.lower().encode()).hexdigest()
    for text in (f"<{address.upper()}>", f"/avatar/{digest}.png"):
        assert found_in(text)
