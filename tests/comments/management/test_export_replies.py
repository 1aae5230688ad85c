import io
import json
import stat

import pytest
from django.core.management import CommandError, call_command

from comments.models import Reply


def run(*options):
    out = io.StringIO()
    call_command("export_replies", *options, stdout=out)
    return out.getvalue()


def test_replies_are_printed(said):
    reply = said()
    assert [each["id"] for each in json.loads(run())["replies"]] == [reply.pk]
    assert run("--format", "csv").startswith("id,drama,drama_title,parent,")
    assert run("--format", "wxr").startswith("<?xml")


def test_addresses_are_printed_when_asked_for(said):
    said()
    assert ("hana@example.org" in run(), "hana@example.org" in run("--with-addresses")) == (
        False,
        True,
    )


def test_file_is_for_its_owner_alone(said, tmp_path):
    said()
    path = tmp_path / "replies.json"
    assert run(str(path)) == ""
    assert (stat.S_IMODE(path.stat().st_mode), len(json.loads(path.read_text())["replies"])) == (
        0o600,
        1,
    )
    assert [each.name for each in tmp_path.iterdir()] == ["replies.json"]


def test_export_that_fails_leaves_the_former_one(said, tmp_path, monkeypatch):
    said()
    path = tmp_path / "replies.json"
    path.write_text("former")
    monkeypatch.setattr(Reply, "drama", property(lambda reply: 1 / 0))
    with pytest.raises(ZeroDivisionError):
        run(str(path))
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [
        ("replies.json", "former")
    ]


def test_file_that_cannot_be_written_is_told(said, tmp_path):
    with pytest.raises(CommandError, match="No such file or directory"):
        run(str(tmp_path / "nowhere" / "replies.json"))
