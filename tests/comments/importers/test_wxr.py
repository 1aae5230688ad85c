import io

import pytest

from catalog.importers.lines import UnreadableFileError
from comments.importers.records import Post
from comments.importers.wxr import read_wxr
from tests.comments.importers.wordpress import HEAD, comment, export, item


def read(data):
    return list(read_wxr(io.BytesIO(data)))


def why_not(data):
    with pytest.raises(UnreadableFileError) as refusal:
        read(data)
    return str(refusal.value)


def test_comment_is_read_with_its_post_and_without_its_network():
    (entry,) = read(export(item(comment(5, parent="3"))))
    assert (entry.line, entry.source) == (9, "https://blog.example")
    assert (entry.number, entry.parent, entry.is_ping, entry.is_ours) == (5, 3, False, False)
    link = "https://blog.example/2020/a-quiet-harbour/"
    assert entry.post == Post("7", link, "a-quiet-harbour", "A Quiet Harbour")
    assert "192.0.2.77" not in repr(entry)


def test_post_is_known_wherever_its_comments_stand():
    late = item(comment(1)).replace("</item>", "<title>Late</title></item>")
    data = late.replace("<title>A Quiet Harbour</title>", "")
    (entry,) = read(export(data))
    assert entry.post.title == "Late"


@pytest.mark.parametrize(
    ("post", "is_private"),
    [({"wp_post_password": "x"}, True), ({"wp_status": "private"}, True), ({}, False)],
)
def test_post_that_not_everybody_could_read_is_known(post, is_private):
    (entry,) = read(export(item(comment(1), **post)))
    assert entry.post.is_private is is_private


@pytest.mark.parametrize("kind", ["pingback", "trackback"])
def test_ping_is_told_apart(kind):
    assert [entry.is_ping for entry in read(export(item(comment(1, type=kind))))] == [True]


@pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "9" * 30, "٣"])
def test_number_that_is_none_is_zero(number):
    assert [entry.number for entry in read(export(item(comment(number))))] == [0]


def test_control_characters_are_passed_over():
    (entry,) = read(export(item(comment(1, "a\x0bb\x00c"))))
    assert entry.said["content"] == "abc"


def test_text_without_end_is_not_kept():
    (entry,) = read(export(item(comment(1, "x" * 300_000))))
    assert (entry.said["too_long"], len(entry.said["content"]) <= 200_000) == (
        "comment_content",
        True,
    )


def test_other_namespaces_are_not_wordpress():
    head = HEAD.replace("http://wordpress.org/export/1.2/", "http://example.org/")
    assert why_not(export(item(comment(1)), head=head)).endswith("wp:wxr_version is missing")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "line 1: no element found"),
        (b"<html><p></html>", "line 1: mismatched tag"),
        (b"\xff\xfe\x00", "line 1: "),
        (export(item(comment(1)))[:-20], "line 22: unclosed token"),
        (export("<item>\xa0&nbsp;</item>"), "line 5: undefined entity"),
        (export(item(comment(1)), head=HEAD.replace("1.2</", "</")), "wxr_version is missing"),
        (b'<?xml version="1.0" encoding="nonsense"?><rss/>', "line 1: "),
    ],
)
def test_broken_file_is_refused_with_its_line(data, reason):
    assert reason in why_not(data)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY l2 "&lol;&lol;&lol;">]>',
        '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % more SYSTEM "http://example.org/x.dtd"> %more;]>',
    ],
)
def test_entities_are_refused(doctype):
    head = HEAD.replace("<rss", f"{doctype}\n<rss")
    assert "line 2: the file declares" in why_not(export(item(comment(1, "x")), head=head))
