import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse


def address(form):
    return reverse("admin:comments_reply_export", args=[form])


@pytest.fixture
def editor(client, db):
    """Somebody who may look at replies, and no more."""
    person = get_user_model().objects.create_user("mira", is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename="view_reply"))
    client.force_login(person)
    return client


def test_list_leads_to_the_exports(editor, said):
    page = editor.get(reverse("admin:comments_reply_changelist")).content.decode()
    assert [address(form) in page for form in ("json", "wxr", "csv")] == [True] * 3


@pytest.mark.parametrize(("form", "extension"), [("json", "json"), ("wxr", "xml"), ("csv", "csv")])
def test_replies_are_streamed_without_an_address(editor, said, form, extension):
    said("A word.")
    response = editor.get(address(form))
    assert response.streaming
    assert response["Content-Disposition"].endswith(f'.{extension}"')
    assert "no-store" in response["Cache-Control"]
    text = b"".join(response.streaming_content).decode()
    assert ("A word." in text, "hana@example.org" in text) == (True, False)


def test_export_in_json_is_whole(editor, said):
    said()
    document = json.loads(b"".join(editor.get(address("json")).streaming_content))
    assert len(document["replies"]) == 1


def test_who_may_not_look_at_replies_may_not_take_them(client, db):
    client.force_login(get_user_model().objects.create_user("jo", is_staff=True))
    assert client.get(address("json")).status_code == 403


def test_visitor_is_asked_to_log_in(client, db):
    assert client.get(address("json")).status_code == 302


def test_export_in_another_form_is_not_there(editor):
    assert editor.get(address("xlsx")).status_code == 404


def test_export_is_not_posted(editor):
    assert editor.post(address("json")).status_code == 405
