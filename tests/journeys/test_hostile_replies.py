"""Every hostile string that we know, as name, website and comment: kept or refused, never run."""

import json
import unicodedata
from urllib.parse import urlsplit

import pytest
from django.db import transaction

from catalog.models import Drama, Publication
from comments.forms import COMMENT_LENGTH, ReplyForm
from comments.models import Reply, State
from comments.spam.judging import content
from comments.spam.said import Said
from comments.visitor import Visitor

pytestmark = pytest.mark.shared

FIELDS = ("name", "website", "comment")


@pytest.fixture
def strings(shared):
    naughty = json.loads((shared / "data/hostile/blns.json").read_text())
    scripts = (shared / "data/hostile/xss.txt").read_text().split("\n")
    return list(dict.fromkeys([*naughty, *scripts]))


def new_drama():
    return Drama.objects.create(title="Hostile", slug="hostile", publication=Publication.PUBLISHED)


def typed(number, **fields):
    return {
        "comment": f"Words number {number}.",
        "name": "Visitor",
        "email": "visitor@example.org",
        "website": "",
        **fields,
    }


def posted(client, fields):
    return client.post("/dramas/hostile/replies/", fields)


def fields_that_refuse(number, text):
    return list(ReplyForm(typed(number, **dict.fromkeys(FIELDS, text)), action="/").errors)


def post_wherever_it_passes(drama, number, text):
    """One reply with the string in every field that takes it, judged as it came."""
    refused = fields_that_refuse(number, text)
    accepted = {field: text for field in FIELDS if field not in refused}
    form = ReplyForm(typed(number, **accepted), action="/")
    assert form.is_valid(), text
    given = {field: form.cleaned_data[field] for field in FIELDS}
    body = given.pop("comment")
    content(Said(body, **given), Visitor())
    Reply.objects.post(drama, body=body, state=State.PUBLISHED, **given)


def bundles(strings):
    """The strings again, many to a comment: every one comes by a form of the site as well."""
    bundle = ""
    for text in strings:
        clean = "".join(c for c in text if unicodedata.category(c) != "Cc" or c == "\n")
        if len(bundle) + len(clean) > COMMENT_LENGTH - 10:
            yield bundle
            bundle = ""
        bundle += clean + "\n\n"
    yield bundle


@pytest.fixture
def conversation(transactional_db, client, strings):
    # One transaction: nobody else writes, and a thousand commits take their time.
    with transaction.atomic():
        drama = new_drama()
        for number, text in enumerate(strings):
            post_wherever_it_passes(drama, number, text)
        for number, text in enumerate(bundles(strings)):
            fields = typed(number, comment=text, name=f"Bundle {number}")
            assert posted(client, fields).status_code == 303
        assert Reply.objects.count() == len(strings) + number + 1
        for reply in Reply.objects.exclude(state=State.PUBLISHED):
            reply.approve()
    return Reply.objects.order_by("pk")


@pytest.mark.django_db
def test_hostile_string_in_every_field_is_taken_or_given_back(client, strings):
    new_drama()
    for number, text in enumerate(strings[::20]):
        answer = posted(client, typed(number, **dict.fromkeys(FIELDS, text)))
        status = 422 if fields_that_refuse(number, text) else 303
        assert answer.status_code == status, text


@pytest.fixture
def watched(page, live_server):
    """A page, and everything that a script of a visitor's would be noticed by."""
    noticed = []
    page.on("dialog", lambda dialog: (noticed.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: noticed.append(str(error)))

    def console(message):
        if message.type == "error" and "Content Security Policy" in message.text:
            noticed.append(message.text)

    def request(request):
        if request.url.startswith(("data:", "blob:")) or urlsplit(request.url).netloc != (
            urlsplit(live_server.url).netloc
        ):
            noticed.append(request.url)

    page.on("console", console)
    page.on("request", request)
    return page, noticed


def read_as_visitor(page, site, conversation):
    """Every page of the conversation; how many replies they show."""
    page.goto(f"{site}/dramas/hostile/")
    page.goto(f"{site}/dramas/hostile/replies/")
    read = page.locator("article.reply").count()
    while page.locator("a[rel=next]").count():
        following = page.locator("a[rel=next]").get_attribute("href")
        page.goto(f"{site}/dramas/hostile/replies/{following}")
        read += page.locator("article.reply").count()
    for reply in conversation[::40]:
        page.goto(f"{site}/replies/{reply.pk}/answer/")
    return read


def moderate(page, site, conversation):
    """Every page of the list, and forms that hold every comment; how many rows there were."""
    read = 0
    for number in range(1, (conversation.count() - 1) // 50 + 2):
        page.goto(f"{site}/admin/comments/reply/?p={number}")
        read += page.locator("#result_list tbody tr").count()
    for reply in [*conversation[::60], *conversation.filter(name__startswith="Bundle")]:
        page.goto(f"{site}/admin/comments/reply/{reply.pk}/change/")
    return read


@pytest.mark.long
@pytest.mark.browser
def test_nothing_hostile_runs(conversation, watched, live_server, admin_client):
    page, noticed = watched
    session = admin_client.cookies["sessionid"].value
    assert read_as_visitor(page, live_server.url, conversation) == conversation.count()
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    assert moderate(page, live_server.url, conversation) == conversation.count()
    assert noticed == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_would_run_is_noticed(watched, live_server):
    new_drama()
    page, noticed = watched
    page.goto(f"{live_server.url}/dramas/hostile/replies/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')")
    page.wait_for_timeout(300)
    assert len(noticed) == 1
    page.evaluate("alert(2)")
    assert noticed[1:] == ["2"]
