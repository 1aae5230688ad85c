"""Fifty addresses that occur nowhere else: found in no page, no log and no file."""

import base64
import hashlib
import logging
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.db import connection
from django.urls import URLPattern, get_resolver

from catalog.models import Drama, Publication
from comments.models import Reply

ADDRESSES = [f"Planted.{n:02}.Quokka@zebra-{n:02}.example" for n in range(50)]
LINK = re.compile(r"""(?:href|src|action)=["']([^"'#]+)""")


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


def patterns_without_arguments(resolver, prefix="/"):
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLPattern):
            yield from patterns_without_arguments(pattern, path)
        elif not re.search(r"[<(?\\^$]", path):
            yield path


def starting_points(own_pages):
    yield from patterns_without_arguments(get_resolver())
    yield from own_pages
    for pk in Reply.objects.values_list("pk", flat=True):
        yield from (f"/replies/{pk}/", f"/replies/{pk}/answer/")
        yield f"/admin/comments/reply/{pk}/change/"


def crawl(client, waiting, within="/"):
    """Every page that links lead to, as (path, text with its headers)."""
    seen, waiting = set(), list(waiting)
    while waiting:
        path = waiting.pop()
        if path in seen or "logout" in path or not path.startswith(within):
            continue
        seen.add(path)
        if path.startswith("/static/"):
            continue
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
        text = content.decode(errors="replace")
        yield path, f"{response.headers}\n{unquote(unescape(text))}"
        links = [*LINK.findall(text), response.headers.get("Location", "")]
        for link in links:
            parts = urlsplit(urljoin(path, unescape(link)))
            if parts.netloc in ("", "testserver") and parts.scheme in ("", "http"):
                # The admin's lists combine their filters without end; pages do end.
                is_page = parts.query.startswith("page=")
                waiting.append(f"{parts.path}?{parts.query}" if is_page else parts.path)


def test_planted_addresses_are_found_nowhere(own_pages, admin_client, client):
    pages = dict(crawl(client, starting_points(own_pages)))
    pages |= crawl(admin_client, starting_points(own_pages), within="/admin/")
    assert {path: found for path, text in pages.items() if (found := found_in(text))} == {}
    assert len(pages) > 200
    assert any("Words 49." in text for text in pages.values())


def test_planted_addresses_are_in_no_log(logged):
    assert any("INSERT INTO" in record and "comments_reply" in record for record in logged)
    assert found_in("\n".join(logged)) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's file")
def test_planted_addresses_are_not_in_the_database_file(own_pages):
    file = Path(connection.settings_dict["NAME"])
    written = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    text = written.decode("latin-1")
    assert "Words 49." in text
    assert found_in(text) == []


def test_traces_are_found_where_they_are():
    address = ADDRESSES[7]
    digest = hashlib.md5(address.lower().encode()).hexdigest()
    for text in (f"<{address.upper()}>", f"/avatar/{digest}.png"):
        assert found_in(text)
