import io

import pytest

from catalog.importers.lines import UnreadableFileError
from catalog.importers.wxr import Author, Item, Site, Term, last_part, number_of, read_items
from tests import wxr


def parts(data, kind):
    return [part for part in read_items(io.BytesIO(data)) if isinstance(part, kind)]


def test_item_is_read_with_its_terms_and_fields():
    terms = [("category", "medical", "Medical"), ("post_tag", "tears", "Tears")]
    meta = [("_thumbnail_id", "9"), ("_wp_old_slug", "before"), ("_edit_lock", "1:1")]
    (item,) = parts(wxr.export(wxr.post(7, content="<p>A</p>", terms=terms, meta=meta)), Item)
    assert (item.number, item.kind, item.status, item.creator) == (7, "post", "publish", "hana")
    assert (item.slug, item.link) == ("a-quiet-harbour", f"{wxr.SITE}/2019/05/a-quiet-harbour/")
    assert (item.content, item.date_gmt) == ("<p>A</p>", wxr.DATE)
    assert item.terms == [("category", "medical"), ("post_tag", "tears")]
    assert (item.meta, item.old_slugs) == ({"_thumbnail_id": "9"}, ["before"])


def test_terms_come_once_with_their_numbers_and_parents():
    channel = (
        "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>hospital</wp:category_nicename>"
        "<wp:category_parent>medical</wp:category_parent><wp:cat_name>Hospital</wp:cat_name>"
        "</wp:category><wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>genre</wp:term_taxonomy>"
        "<wp:term_slug>law</wp:term_slug><wp:term_name>Law</wp:term_name></wp:term>"
    )
    item = wxr.post(1, terms=[("category", "hospital", "Hospital"), ("category", "new", "New")])
    assert parts(wxr.export(item, channel=channel), Term) == [
        Term("category", "hospital", "Hospital", "medical", 4),
        Term("genre", "law", "Law", "", 5),
        Term("category", "new", "New"),
    ]


def test_site_and_authors_are_told():
    data = wxr.export(wxr.post(1))
    assert parts(data, Site) == [Site(wxr.SITE)]
    assert parts(data, Author) == [Author("hana", 3)]


def test_comments_are_no_items():
    data = wxr.export(wxr.post(1, inside=wxr.comment(5)))
    assert len(parts(data, Item)) == 1


def test_what_is_too_long_is_named():
    (item,) = parts(wxr.export(wxr.post(1, content="x" * 1_000_001)), Item)
    assert (item.too_long, item.content) == ("content", "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (wxr.export(wxr.post(1))[:-20], "line 11: unclosed token"),
        (b"", "line 1: no element found"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><rss/>', "entities of its own"),
        (b"<rss><channel/></rss>", "wp:wxr_version is missing"),
    ],
    ids=["cut off", "empty", "entities", "no export"],
)
def test_broken_file_is_refused_with_its_line(data, why):
    with pytest.raises(UnreadableFileError, match=why):
        parts(data, Item)


def test_numbers_and_last_parts_are_read_or_empty():
    assert [number_of(text) for text in (" 12 ", "x", "-1", "9" * 30)] == [12, 0, 0, 0]
    assert [last_part(link) for link in ("https://a/b/c/", "https://a", "http://[")] == [
        "c",
        "",
        "",
    ]
