"""The planted addresses again, while all is done with them: mail, reports, one's own data."""

import logging
import re
import smtplib

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django_tasks_db.models import DBTaskResult

from catalog.models import Drama, Publication
from comments.exporters import EXPORTERS
from comments.models import Notice, Reply, Revision
from tests.comments.letters import links_of, path_of
from tests.journeys.crawl import crawl
from tests.journeys.planted import ADDRESSES, found_in, rows_with_traces

FEW = ADDRESSES[:4]
WORKER = {"batch": True, "interval": 0, "startup_delay": False, "verbosity": 0}


class Refusing(EmailBackend):
    """Names the address in what it answers, as mail servers do."""

    def send_messages(self, messages):
        refused = {to: (550, f"no such user {to}".encode()) for m in messages for to in m.to}
        raise smtplib.SMTPRecipientsRefused(refused)


class Forbidding(EmailBackend):
    def send_messages(self, messages):
        raise ValueError(f"{messages[0].to} is not written to")


@pytest.fixture
def site(transactional_db, settings):
    """Tasks wait in the database, as on a site."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.REPLY_RATE = settings.MAIL_RATE_NETWORK = "1000/60"
    return Drama.objects.create(title="A", slug="a", publication=Publication.PUBLISHED)


def work():
    call_command("db_worker", **WORKER)


def post(client, address, place="/dramas/a/replies/"):
    number = Reply.objects.count()
    wish = ("answers", "all", "link")[number % 3]
    typed = {"comment": f"Words {number}.", "name": f"Visitor {number}", "email": address}
    assert client.post(place, typed | {"mail": wish}).status_code == 303
    reply = Reply.objects.latest("pk")
    reply.approve()
    return reply


def correct(client, path):
    html = client.get(f"{path}correct/").content.decode()
    version = re.search(r'name="version" value="(\w+)"', html)[1]
    typed = {"comment": "Other words.", "name": "Visitor", "version": version}
    assert client.post(f"{path}correct/", typed).status_code == 303


def everything(client):
    """One conversation of all of them, whatever they may do; the paths that only mails lead to."""
    # Each from a browser of its own: nobody is told of his own words.
    replies = [post(Client(), address) for address in FEW]
    work()
    paths = [path_of(url) for letter in mail.outbox for url in links_of(letter).values()]
    for path in (path for path in paths if "/mail/confirm/" in path):
        client.post(path)
    for address in FEW:
        post(Client(), address, f"/replies/{replies[0].pk}/answer/")
        client.post("/privacy/data/", {"email": address})
    work()
    client.post(f"/replies/{replies[1].pk}/report/", {"reason": "spam", "words": "Look."})
    correct(client, next(path for path in paths if path.startswith("/replies/own/")))
    found = re.findall(r"https?://[^/\s]+(/\S+)", "\n".join(letter.body for letter in mail.outbox))
    return [*paths, *found, f"/replies/{replies[1].pk}/report/"]


@pytest.fixture
def paths(site, client):
    return everything(client)


def test_everything_has_been_done(paths):
    subjects = [letter.subject for letter in mail.outbox]
    assert subjects.count("Your data at Dramasite") == len(FEW)
    assert [s for s in subjects if s.startswith("Please confirm")] != []
    assert [s for s in subjects if "answered you" in s or re.match(r"Visitor \d+ on A", s)] != []
    assert (Notice.objects.exists(), Revision.objects.count()) == (True, 1)


def test_mail_names_no_address_but_whom_it_is_to(paths):
    for letter in mail.outbox:
        (address,) = letter.to
        assert address in FEW
        written = letter.message().as_string()
        assert written.count(address) == 1
        alternatives = [content for content, _kind in letter.alternatives]
        assert found_in("\n".join([letter.subject, letter.body, *alternatives])) == []
        assert found_in(written.replace(address, "")) == []


def test_pages_behind_mails_name_no_address(paths):
    visitor = Client()
    pages = {
        path: f"{answer.headers}\n{text}"
        for path, answer, text in crawl(visitor, paths)
        if not path.endswith("/export/")
    }
    assert {path: found for path, text in pages.items() if (found := found_in(text))} == {}
    for kind in ("/mail/confirm/", "/mail/stop/", "/replies/own/", "/privacy/data/", "/report/"):
        assert [path for path in pages if kind in path] != []


def test_file_of_ones_data_names_ones_own_address_alone(paths):
    data = [path for path in paths if path.startswith("/privacy/data/")]
    assert len(data) == len(FEW)
    named = [set(found_in(Client().get(f"{path}export/").content.decode())) for path in data]
    assert sorted(map(sorted, named)) == [[address.lower()] for address in FEW]


def test_nothing_that_is_kept_names_an_address(paths):
    assert DBTaskResult.objects.successful().count() > len(FEW)
    assert rows_with_traces() == {}
    assert found_in(str(vars(cache))) == []


def test_log_names_no_address(site, client, caplog):
    connection.force_debug_cursor = True
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="django"):
        everything(client)
    connection.force_debug_cursor = False
    logged = [f"{record.getMessage()} {vars(record)}" for record in caplog.records]
    assert any("INSERT INTO" in record and "comments_recipient" in record for record in logged)
    assert found_in("\n".join(logged)) == []


@pytest.mark.parametrize("backend", ["Refusing", "Forbidding"])
def test_mail_that_fails_leaves_no_address_behind(site, client, settings, caplog, backend):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.{backend}"}}
    with caplog.at_level(logging.DEBUG):
        for address in FEW[:2]:
            post(client, address)
            client.post("/privacy/data/", {"email": address})
        work()
    assert DBTaskResult.objects.finished().count() >= 2
    assert found_in(caplog.text) == []
    assert rows_with_traces() == {}


@pytest.mark.parametrize(("name", "value"), [("ADDRESS_KEYS", []), ("ADDRESS_PEPPER", None)])
def test_task_that_fails_tells_no_address(site, client, settings, caplog, name, value):
    for address in FEW[:2]:
        post(client, address)
        client.post("/privacy/data/", {"email": address})
    setattr(settings, name, value)
    with caplog.at_level(logging.DEBUG):
        work()
    assert DBTaskResult.objects.failed().exclude(traceback="").count() >= 2
    assert found_in(caplog.text) == []
    assert rows_with_traces() == {}


def test_desk_shows_no_address_to_an_editor_without_the_permission(paths, client):
    editor = User.objects.create_user("moderator", is_staff=True)
    mine = Permission.objects.exclude(codename="view_addresses")
    editor.user_permissions.set(mine)
    client.force_login(editor)
    numbers = Reply.objects.values_list("pk", flat=True)
    starts = [f"/admin/comments/reply/{pk}/change/" for pk in numbers]
    pages = {path: text for path, _answer, text in crawl(client, ["/admin/", *starts], "/admin/")}
    assert {path: found for path, text in pages.items() if (found := found_in(text))} == {}
    assert len(pages) > 15
    for pk in numbers:
        address = f"/admin/comments/reply/{pk}/data/"
        assert found_in(client.get(address).content.decode()) == []
        assert client.post(address, {"export": "yes"}).status_code == 403
    for name in ("by-address", "export/json/with-addresses", "export/csv/with-addresses"):
        assert client.get(f"/admin/comments/reply/{name}/").status_code == 403


def test_desk_shows_addresses_to_an_editor_with_the_permission(paths, admin_client):
    """The same look finds them where they may stand."""
    pages = [
        f"/admin/comments/reply/{pk}/change/" for pk in Reply.objects.values_list("pk", flat=True)
    ]
    named = {a for page in pages for a in found_in(admin_client.get(page).content.decode())}
    assert named == {address.lower() for address in FEW}


@pytest.mark.parametrize("form", sorted(EXPORTERS))
def test_export_names_addresses_only_when_it_is_asked_to(site, form):
    for address in FEW:
        post(Client(), address)
    without = "".join(EXPORTERS[form](with_addresses=False))
    assert "Words 0." in without
    assert found_in(without) == []
    # The same look finds them where they are.
    assert found_in("".join(EXPORTERS[form](with_addresses=True))) != []
