import json

import time_machine

from comments.exporters.as_json import as_json


def test_document_is_json_and_says_what_it_is(conversation, settings):
    settings.SITE_URL = "https://dramas.example"
    with time_machine.travel("2026-05-01T12:00:00Z", tick=False):
        document = json.loads("".join(as_json()))
    replies = document.pop("replies")
    assert document == {
        "format": "dramasite-replies",
        "version": 1,
        "site": "https://dramas.example",
        "exported_at": "2026-05-01T12:00:00+00:00",
    }
    first, answer, _deeper = conversation
    assert [reply["id"] for reply in replies[:2]] == [first.pk, answer.pk]
    assert replies[1] == {
        "id": answer.pk,
        "drama": "a-quiet-harbour",
        "parent": first.pk,
        "name": "=Mei",
        "website": "",
        "body": "||She leaves.|| And `||`.",
        "about_episode": None,
        "state": "published",
        "editor": "mira",
        "created_at": answer.created_at.isoformat(),
        "first_shown_at": answer.created_at.isoformat(),
        "decided_at": None,
        "edited_at": None,
        "verified_at": None,
        "withdrawn_at": None,
        "thread_closed_at": None,
        "erased_at": None,
    }


def test_site_without_replies_has_an_empty_list(db):
    assert json.loads("".join(as_json()))["replies"] == []
