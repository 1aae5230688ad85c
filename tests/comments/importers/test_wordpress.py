import io
from datetime import UTC, datetime

import pytest

from comments.importers.records import RefusedReply
from comments.importers.wordpress import WORDPRESS
from comments.models import State
from tests.comments.importers.wordpress import comment, export, item


def record(content="What an ending.", **said):
    post = {"wp_post_password": said.pop("password")} if "password" in said else {}
    (entry,) = WORDPRESS.entries(io.BytesIO(export(item(comment(1, content, **said), **post))))
    return WORDPRESS.record(entry)


def test_comment_becomes_a_record():
    said = record(author_url="http://mei.example/", content="Wait <em>for</em> it.")
    assert (said.name, said.email) == ("Mei", "mei@example.org")
    assert (said.body, said.website) == ("Wait *for* it.", "http://mei.example/")
    assert said.created_at == datetime(2020, 5, 1, 3, tzinfo=UTC)
    assert said.state == State.PUBLISHED


@pytest.mark.parametrize(
    ("approved", "state"),
    [("1", State.PUBLISHED), ("0", State.HELD), ("spam", State.SPAM), ("trash", State.REMOVED)],
)
def test_state_is_kept(approved, state):
    assert record(approved=approved).state == state


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Ping &laquo; one", "Ping « one"),
        ("", "Anonymous"),
        (" \u200b", "Anonymous"),
        ("mei.lin@example.org", "mei.lin"),
        ("A" * 100, "A" * 79 + "…"),
    ],
)
def test_name_is_one_that_may_be_shown(author, name):
    assert record(author=author).name == name


@pytest.mark.parametrize(
    ("url", "website"),
    [
        ("example.org", "https://example.org"),
        ("http://", ""),
        ("javascript:alert(1)", ""),
        ("https://example.org/?mei@example.org", ""),
        ("https://example.org/" + "a" * 200, ""),
    ],
)
def test_website_is_one_or_none(url, website):
    assert record(author_url=url).website == website


@pytest.mark.parametrize("email", ["", "nonsense", "mei@", "a" * 300 + "@example.org"])
def test_address_that_is_none_is_left_out(email):
    assert record(author_email=email).email == ""


def test_date_of_the_blog_counts_where_there_is_no_other():
    unknown = "0000-00-00 00:00:00"
    assert record(date_gmt=unknown).created_at == datetime(2020, 5, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("said", [{"content": "Write to MEI@example.org."}, {"password": "secret"}])
def test_what_may_not_be_published_is_held(said):
    assert record(**said).state == State.HELD


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"content": " <p>&nbsp;</p>"}, "it has no text"),
        ({"type": "order_note"}, "it is no comment, but of the kind “order_note”"),
        ({"approved": "maybe"}, "“maybe” is no state of a comment"),
        ({"date": "x", "date_gmt": "x"}, "it has no date"),
        ({"date_gmt": "2999-01-01 00:00:00"}, "it is from the future: 2999-01-01 00:00:00"),
        ({"content": "x" * 300_000}, "comment_content is too long for any comment"),
    ],
)
def test_what_is_no_comment_is_refused(said, reason):
    with pytest.raises(RefusedReply, match=f"^{reason}$"):
        record(**said)
