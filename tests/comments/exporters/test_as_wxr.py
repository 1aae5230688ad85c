import json
from datetime import UTC, datetime

import pytest
from lxml import etree

from comments.exporters.as_wxr import META, as_wxr, content_of
from comments.models import State

WP = "{http://wordpress.org/export/1.2/}"


def document(**options):
    return etree.fromstring("".join(as_wxr(**options)).encode())


def comments(**options):
    return [
        {each.tag.removeprefix(f"{WP}comment_"): each.text or "" for each in comment}
        for comment in document(**options).iter(f"{WP}comment")
    ]


def test_drama_is_a_post(conversation, drama, settings):
    settings.SITE_URL = "https://dramas.example"
    channel = document()[0]
    assert channel.findtext(f"{WP}wxr_version") == "1.2"
    assert channel.findtext(f"{WP}base_blog_url") == "https://dramas.example"
    (post,) = channel.iter("item")
    assert post.findtext("title") == "A Quiet Harbour"
    assert post.findtext("link") == "https://dramas.example/dramas/a-quiet-harbour/"
    names = ("post_id", "post_name", "status", "post_type", "post_parent", "comment_status")
    values = [post.findtext(f"{WP}{name}") for name in names]
    assert values == [str(drama.pk), "a-quiet-harbour", "publish", "post", "0", "open"]


def test_drama_that_is_not_out_is_a_draft(said, drama):
    said()
    drama.publication = "draft"
    drama.save()
    assert document()[0].findtext(f"item/{WP}status") == "draft"


def test_reply_is_a_comment(said, settings):
    settings.TIME_ZONE = "Asia/Seoul"
    at = datetime(2026, 1, 31, 20, tzinfo=UTC)
    first = said("*One.*", created_at=at, website="https://example.org/?a&b")
    answer = said("Two.", parent=first, state=State.HELD)
    one, two = comments()
    del one[f"{WP}commentmeta"], two[f"{WP}commentmeta"]
    assert one == {
        "id": str(first.pk),
        "author": "Hana",
        "author_email": "",
        "author_url": "https://example.org/?a&b",
        "author_IP": "",
        "date": one["date"],
        "date_gmt": "2026-01-31 20:00:00",
        "content": "<p><em>One.</em></p>",
        "approved": "1",
        "type": "comment",
        "parent": "0",
        "user_id": "0",
    }
    assert (two["id"], two["parent"], two["approved"]) == (str(answer.pk), str(first.pk), "0")


@pytest.mark.parametrize(
    ("state", "approved"),
    [("published", "1"), ("held", "0"), ("spam", "spam"), ("removed", "trash")],
)
def test_state_is_one_of_wordpress(said, state, approved):
    said(state=state)
    assert [each["approved"] for each in comments()] == [approved]


@pytest.mark.parametrize("text", ["]]>", "a\x08b", "\ufffe", "<![CDATA[", "&amp;", "]]]]>>"])
def test_any_text_is_written(said, text):
    reply = said(f"x{text}y", name=f"x{text}y")
    (comment,) = document().iter(f"{WP}comment")
    told = json.loads(comment.findtext(f"{WP}commentmeta/{WP}meta_value"))
    assert comment.findtext(f"{WP}commentmeta/{WP}meta_key") == META
    assert (told["name"], told["body"]) == (reply.name, reply.body)


def test_spoiler_keeps_its_bars():
    assert content_of("||She *leaves*.||") == "<p>||She <em>leaves</em>.||</p>"
