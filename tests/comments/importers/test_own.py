import io
import json
from datetime import UTC, datetime

import pytest

from catalog.importers.lines import UnreadableFileError
from comments.importers.own import OWN
from comments.importers.records import Post, RefusedReply

HEAD = {"format": "dramasite-replies", "version": 1, "site": "https://dramas.example"}
REPLY = {
    "id": 5,
    "parent": None,
    "drama": "a-quiet-harbour",
    "name": "Mei",
    "body": "||She leaves.||",
    "state": "published",
    "created_at": "2026-01-31T12:00:00.123456+09:00",
}


def entries(*replies, **head):
    data = json.dumps({**HEAD, **head, "replies": replies})
    return list(OWN.entries(io.BytesIO(data.encode())))


def test_reply_is_read():
    (entry,) = entries(REPLY | {"about_episode": 3})
    assert (entry.source, entry.number, entry.parent) == ("https://dramas.example", 5, 0)
    assert (entry.post, entry.is_ours) == (Post(slug="a-quiet-harbour"), True)
    record = OWN.record(entry)
    assert (record.name, record.body, record.about_episode) == ("Mei", "||She leaves.||", 3)
    assert record.created_at == datetime(2026, 1, 31, 3, 0, 0, 123456, tzinfo=UTC)


@pytest.mark.parametrize("head", [{"format": "other"}, {"version": 2}])
def test_other_document_is_refused(head):
    with pytest.raises(UnreadableFileError, match="no export of replies that this version knows"):
        entries(REPLY, **head)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"state": "odd"}, "“state” is none that a reply can have"),
        ({"state": ["published"]}, "“state” is none that a reply can have"),
        ({"created_at": None}, "“created_at” is missing"),
        ({"created_at": "2026-01-31T12:00:00"}, "“created_at” is missing"),
        ({"edited_at": "soon"}, "“edited_at” is no time such as 2026-01-31T12:00:00\\+00:00"),
        ({"name": ""}, "“name” is missing"),
        ({"name": "x" * 81}, "“name” is no text that fits"),
        ({"body": 5}, "“body” is no text that fits"),
        ({"body": "\ud800"}, "“body” is no text that fits"),
        ({"body": "a\0b"}, "“body” is no text that fits"),
        ({"about_episode": 0}, "“about_episode” is no number of an episode"),
        ({"about_episode": 10**30}, "“about_episode” is no number of an episode"),
    ],
)
def test_reply_that_cannot_be_is_refused(said, reason):
    (entry,) = entries(REPLY | said)
    with pytest.raises(RefusedReply, match=f"^{reason}$"):
        OWN.record(entry)
