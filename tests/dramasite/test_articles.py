import json
import re
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dramasite.articles import BLOCKS, TEXT, from_html, from_markdown, hides_pictures

OWN = '<img src="/media/pictures/a/960.jpg" alt="A" width="960" height="540">'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n\n**two**", "<p>one</p>\n<p><strong>two</strong></p>\n"),
        ("## Heading", "<h2>Heading</h2>\n"),
        ("# Title", "<h2>Title</h2>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("[x](/dramas/)", '<p><a href="/dramas/" rel="noopener">x</a></p>\n'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;\n"),
        ("", ""),
    ],
)
def test_markdown_becomes_html(text, html):
    assert from_markdown(text).replace("<p>&lt;", "&lt;").replace("&gt;</p>", "&gt;") == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('<p lang="ja" style="x" onclick="x">a</p>', '<p lang="ja">a</p>'),
        ("<script>x</script><style>y</style>z", "z"),
        ('<iframe src="https://a.test"></iframe>', ""),
        ('<a href="javascript:x">a</a>', '<a rel="noopener">a</a>'),
        ('<td colspan="2">a</td>', "a"),
        ("<h1>a</h1>", "<h2>a</h2>"),
    ],
)
def test_html_is_kept_where_it_is_harmless(text, html):
    assert from_html(text) == html


def test_pictures_are_those_of_this_site_alone():
    assert 'src="/media/pictures/a/960.jpg"' in from_html(OWN)
    assert not hides_pictures(from_html(OWN))
    foreign = from_html('<img src="https://a.test/x.jpg" alt="A">')
    assert "a.test" not in foreign
    assert hides_pictures(foreign)
    assert hides_pictures(from_markdown("![A](//a.test/x.jpg)"))


def test_danger_is_known():
    assert list(dangers('<p onclick="x">')) == [("p", {"onclick": "x"})]
    assert list(dangers('<a href="java\tscript:x">'))
    assert list(dangers("<script>"))
    assert not list(dangers('<a href="/x:y">'))


def test_html_that_is_nested_without_end_is_shown_as_text():
    assert from_html("<p>" + "<b>x</b>" * 1000).count("<b>") == 1000
    assert from_html("<b>" * 1000) == "&lt;b&gt;" * 1000


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_anything_becomes_what_the_sanitiser_leaves_alone(text):
    for html in (from_html(text), from_markdown(text)):
        assert nh3.is_html(html) or "<" not in html
        assert from_html(html) == html


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def dangers(html):
    """Tags that may not be, attributes that run, addresses that do."""
    reader = _Tags()
    reader.feed(html)
    for tag, attributes in reader.tags:
        address = attributes.get("href") or attributes.get("src") or ""
        # As browsers read it: https://url.spec.whatwg.org/#concept-basic-url-parser
        scheme = re.match(
            r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", re.sub(r"[\t\r\n]", "", address), re.I
        )
        is_known = not scheme or scheme[1].lower() in ("http", "https", "mailto")
        if tag not in TEXT | BLOCKS or any(n.startswith("on") for n in attributes) or not is_known:
            yield tag, attributes


@pytest.mark.shared
def test_payloads_of_others_do_nothing(shared):
    hostile = shared / "data/hostile"
    strings = json.loads((hostile / "blns.json").read_text())
    for payload in [*strings, *(hostile / "xss.txt").read_text().splitlines()]:
        for html in (from_html(payload), from_markdown(payload)):
            assert list(dangers(html)) == []
