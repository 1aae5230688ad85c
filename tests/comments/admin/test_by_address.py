import json

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from comments.models import Reply

LIST = "/admin/comments/reply/"
PAGE = f"{LIST}by-address/"
HANA = "hana@example.org"


@pytest.fixture
def editor(client, db):
    """May do all with replies; sees addresses only if it is asked for."""

    def log_in(*, sees):
        user = User.objects.create_user(f"editor {sees}", is_staff=True)
        mine = Permission.objects.filter(content_type__app_label="comments")
        user.user_permissions.set(mine if sees else mine.exclude(codename="view_addresses"))
        client.force_login(user)
        return client

    return log_in


def test_replies_are_found_by_their_address(editor, said):
    reply, _other = said(), said(email="mei@example.org")
    answer = editor(sees=True).post(PAGE, {"email": "Hana@Example.org"})
    assert (answer.status_code, answer.url) == (302, f"{LIST}?author_of={reply.pk}")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nobody@example.org", "Nothing is held under this address."),
        ("", "This field is required."),
        ("x\x00@example.org", "Null characters are not allowed."),
        ("hana", "Enter a valid email address."),
    ],
)
def test_address_of_nobody_is_told(editor, said, typed, words):
    said()
    page = editor(sees=True).post(PAGE, {"email": typed})
    assert page.status_code == 422
    assert words in page.content.decode()


def test_address_is_read_only_with_the_permission(editor, said):
    change = f"{LIST}{said().pk}/change/"
    assert HANA in editor(sees=True).get(change).content.decode()
    assert HANA not in editor(sees=False).get(change).content.decode()


def test_address_that_cannot_be_read_breaks_nothing(editor, said, settings):
    known, unknown = said(), said(email="")
    settings.ADDRESS_KEYS = ["another key"]
    client = editor(sees=True)
    for reply, words in ((known, "a key that is not set"), (unknown, "forgotten, or never given")):
        assert words in client.get(f"{LIST}{reply.pk}/change/").content.decode()


def test_without_the_permission_no_way_leads_to_an_address(editor, said):
    number, client = said().pk, editor(sees=False)
    export = reverse("admin:comments_reply_export_with_addresses", args=["json"])
    assert [client.get(PAGE).status_code, client.post(PAGE, {"email": HANA}).status_code] == [
        403
    ] * 2
    assert client.get(export).status_code == 403
    assert client.post(f"{LIST}{number}/data/", {"export": "yes"}).status_code == 403
    pages = [client.get(path).content.decode() for path in (LIST, f"{LIST}{number}/data/")]
    assert not any(HANA in page or "Download" in page or PAGE in page for page in pages)


def test_export_with_addresses_is_for_those_who_see_them(editor, said):
    said()
    client = editor(sees=True)
    export = reverse("admin:comments_reply_export_with_addresses", args=["json"])
    assert export in client.get(LIST).content.decode()
    answer = client.get(export)
    assert "no-store" in answer["Cache-Control"]
    document = json.loads(b"".join(answer.streaming_content))
    assert HANA in str(document["replies"])
    assert Reply.objects.get().email_key not in str(document)
