import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dramasite.markup import MAX_LENGTH, render, render_without_spoilers

SWITCH = '<label class="spoiler"><input type="checkbox"> <span>Spoiler</span></label>'
HIDDEN = '<span class="spoiler-words" data-nosnippet="" hidden=""> '
LINK = '<a href="http://u.test" rel="nofollow ugc noopener">'


def outline(html):
    """[…] for what is folded."""
    folded = re.sub(r"</span>(?!</label>)", "]", html.replace(SWITCH + HIDDEN, "["))
    return folded.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "folded", "left_out"),
    [
        ("a ||b|| c", "<p>a [b] c</p>", "<p>a … c</p>"),
        ("a||b||c||d||", "<p>a[b]c[d]</p>", "<p>a…c…</p>"),
        ("a ||b", "<p>a [b]</p>", "<p>a …</p>"),
        ("||a\n\n> b|| c", "<p>[a]</p><blockquote><p>[b] c</p></blockquote>", None),
        ("||a **b** c||", "<p>[a <strong>b</strong> c]</p>", "<p>…</p>"),
        ("**||a||**", "<p>[<strong>a</strong>]</p>", "<p>…</p>"),
        ("**a || b** c||", "<p><strong>a </strong>[<strong> b</strong> c]</p>", None),
        ("[x||y](http://u.test)||", f"<p>{LINK}x</a>[{LINK}y</a>]</p>", f"<p>{LINK}x</a>…</p>"),
        ("||http://u.test||", f"<p>[{LINK}http://u.test</a>]</p>", "<p>…</p>"),
        (
            "- ||a\n- b|| c",
            "<ul><li>[a]</li><li>[b] c</li></ul>",
            "<ul><li>…</li><li>… c</li></ul>",
        ),
        (
            "> ||a\n\n```\nb\n```",
            "<blockquote><p>[a]</p></blockquote>[<code>b</code>]",
            "<blockquote><p>…</p></blockquote>…",
        ),
        ("> ||a\n\nb", "<blockquote><p>[a]</p></blockquote><p>[b]</p>", None),
        ("`a||b` c", "<p><code>a||b</code> c</p>", "<p><code>a||b</code> c</p>"),
        (r"\||a||b", "<p>||a[b]</p>", "<p>||a…</p>"),
        ("||||", "<p></p>", "<p></p>"),
        ("a |||| b", "<p>a  b</p>", "<p>a  b</p>"),
        ("|| ||", "<p> </p>", "<p> </p>"),
        ("a | b", "<p>a | b</p>", "<p>a | b</p>"),
    ],
)
def test_spoiler_is_folded_or_left_out(text, folded, left_out):
    assert outline(render(text)) == folded
    if left_out is not None:
        assert render_without_spoilers(text).replace("\n", "") == left_out


def test_long_text_has_its_spoilers_too():
    text = "x" * MAX_LENGTH + " ||**b**||"
    assert outline(render(text)) == f"<p>{'x' * MAX_LENGTH} [**b**]</p>"
    assert render_without_spoilers(text).endswith(" …</p>\n")


def test_emphasis_too_deep_is_given_up():
    html = outline(render("*a **b *c **d *e ||f*** g* h** i*||"))
    assert html.count("<em>") + html.count("<strong>") <= 12
    assert "[" in html


PIECES = st.lists(
    st.sampled_from(["||", "*", "**", "`", "\n\n", "- ", "> ", "[", "](http://u.test)", " "])
)


@given(PIECES, PIECES)
@example(["**", "||"], ["**", "||"])
def test_what_follows_an_odd_mark_is_never_shown(before, after):
    plain = "".join(before).replace("||", "").replace("`", "").replace("[", "")
    html = render(f"{plain}||secret{''.join(after).replace('||', '')}")
    folded = r'<span class="spoiler-words".*?</span>|<details.*?</details>'
    shown = re.sub(folded, "", html, flags=re.DOTALL)
    assert "secret" in html
    assert "secret" not in shown
    assert "secret" not in render_without_spoilers(f"{plain}||secret")
