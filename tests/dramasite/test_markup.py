import re

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dramasite.markup import ATTRIBUTES, MAX_LENGTH, TAGS, VALUES, render
from tests.work import calls_of

KEPT = ATTRIBUTES | {"a": {"href", "rel"}, "label": {"class"}, "details": {"class"}}
KEPT["span"] = KEPT["span"] | {"class"}
REL = 'rel="nofollow ugc noopener"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("**b** _i_ ~~s~~ `c`", "<p><strong>b</strong> <em>i</em> <s>s</s> <code>c</code></p>"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("example.org", f'<p><a href="http://example.org" {REL}>example.org</a></p>'),
        ("[x](https://a.test)", f'<p><a href="https://a.test" {REL}>x</a></p>'),
        ("<https://a.test>", f'<p><a href="https://a.test" {REL}>https://a.test</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html,1)", "<p>[x](data:text/html,1)</p>"),
        ("[x](/admin/)", "<p>[x](/admin/)</p>"),
        ("[x](//a.test)", "<p>[x](//a.test)</p>"),
        ("hana@example.org", "<p>hana@example.org</p>"),
        ("mailto:hana@example.org", "<p>mailto:hana@example.org</p>"),
        ("<hana@example.org>", "<p>&lt;hana@example.org&gt;</p>"),
        ("ftp://a.test", "<p>ftp://a.test</p>"),
        ("# heading", "<p># heading</p>"),
        ("a\n===", "<p>a<br>\n===</p>"),
        ("|a|b|\n|-|-|", "<p>|a|b|<br>\n|-|-|</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("", ""),
    ],
)
def test_markup_renders_what_is_allowed(text, html):
    assert render(text).strip() == html


def test_image_is_a_link_at_most():
    assert "<img" not in render("![x](https://a.test/x.png)")


def test_longer_text_keeps_its_line_breaks_only():
    html = render("**b**\n" + "x" * MAX_LENGTH)
    assert html.startswith("<p>**b**<br>\nxxx")


TEXT = st.text(alphabet=st.sampled_from("|<>[]()*_~`!#&;:/.\\\"' \n\t-=+|ahtpsjvcrie1\u202e\u0000"))


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_markup_holds_only_what_is_allowed(text):
    html = render(text)
    assert set(re.findall(r"</?([a-zA-Z]+)", html)) <= TAGS
    assert set(re.findall(r"[\s\"']on\w+\s*=|\sstyle\s*=", re.sub(r">[^<]*<", "><", html))) == set()
    assert set(re.findall(r'href="([^:"]*):', html.lower())) <= {"http", "https"}


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_sanitiser_finds_nothing_left_to_do(text):
    html = render(text)
    again = nh3.clean(html, tags=TAGS, attributes=KEPT, link_rel=None, tag_attribute_values=VALUES)
    assert again == html


HOSTILE = [
    *("*a_ ", "*a**b", "*_~~", "`a``b```c", "[", "[a](", "![[]()", "> ", ">", "- ", "- a\n"),
    *("- a\n  ", "http://", "http://a.b/", "www.a.", "a@", "&#x", "\\", "<", "<http://a", "~~a"),
    *(
        "||",
        "||a\n\n",
        "*a||",
        "**a||b",
        "> ||",
        "- ||a\n",
        "```\n||\n",
        "[||](http://a.b)",
        "*_~~||",
    ),
    *("http://a.com/(", "://", "> > - * ", "1. 1. ", "a.com/](", "http://a.com/,", "a.com "),
]


@pytest.mark.parametrize("pattern", HOSTILE)
def test_work_grows_with_the_length_and_not_with_its_square(pattern):
    def work(length):
        render(pattern)  # what is made at the first use is not counted
        return calls_of(render, pattern * (length // len(pattern)))

    assert work(4_000) < 5 * work(1_000)
