import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.importers.markdown import _words, markdown_of
from dramasite.markup import render


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("One.\nTwo.\r\n\r\nThree.", "One.\nTwo.\n\nThree."),
        ("<p>One.</p><p>Two.<br />Three.</p>", "One.\n\nTwo.\nThree."),
        ("<b>bold </b>and <i>so</i>", "**bold** and *so*"),
        ('<a href="https://a.example/x" rel="nofollow">here</a>', "[here](https://a.example/x)"),
        ('<a href="https://a.example/x">https://a.example/x</a>', "https://a.example/x"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ('<img src="https://a.example/x.png" alt="A hat">', "[A hat](https://a.example/x.png)"),
        ("<blockquote>One.\n\nTwo.</blockquote>Three.", "> One.\n>\n> Two.\n\nThree."),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<code>a `b`</code>", "`` a `b` ``"),
        ("<pre>a  b\n\n  c</pre>", "```\na  b\n\n  c\n```"),
        ("<del>no</del> <q>yes</q>", "~~no~~ “yes”"),
        ("<h2>Head</h2><table><tr><td>a</td><td>b</td></tr></table>", "Head\n\na b"),
        ("I <3 it & *sigh* 2 * 3", "I <3 it & \\*sigh\\* 2 \\* 3"),
        ("snake_case _so_", "snake_case \\_so\\_"),
        (
            "> no quote\n- no list\n1. none\n# no head",
            "\\> no quote\n\\- no list\n1\\. none\n# no head",
        ),
        ("||no spoiler||", "\\|\\|no spoiler\\|\\|"),
        ("see https://a.example/a_b_c*d", "see https://a.example/a_b_c*d"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)</script>"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", "a"),
        ("<b><i>open", "***open***"),
    ],
)
def test_html_is_said_in_markdown(html, markdown):
    assert markdown_of(html) == markdown


def test_marks_are_left_out_where_they_would_not_be_understood():
    assert markdown_of("这是<b>“重要”</b>的") == "这是“重要”的"


def test_text_too_long_for_marks_has_none():
    assert markdown_of("2 * 3 <b>x</b> " * 1000).startswith("2 * 3 x 2 * 3 x")


@given(st.text(alphabet="ab *_`~|[]()<>\\&#!-+1.\n\"'漢;:/", max_size=40))
def test_text_shows_the_same_words(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert _words(render(markdown_of(escaped))) == "".join(text.split())


@pytest.mark.parametrize("mark", ["<b>", "<blockquote>", "<ul><li>", "<a href=x>", "<p>", "</p>"])
def test_nesting_without_end_is_survived(mark):
    assert "x" in markdown_of(mark * 5000 + "x")
