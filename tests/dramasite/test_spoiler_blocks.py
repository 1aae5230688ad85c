import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dramasite.markup import render
from tests.dramasite.test_spoilers import HIDDEN, SWITCH

OPENING = '<details class="fold"><summary>Spoiler</summary><div data-nosnippet="">'


def outline(html):
    """{…} for what is folded as a whole, […] for what is folded in its line."""
    lines = html.replace(OPENING, "{").replace("</div></details>", "}").replace("\n", "")
    return re.sub(r"</span>(?!</label>)", "]", lines.replace(SWITCH + HIDDEN, "["))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("||a\n\nb||", "{<p>a</p><p>b</p>}"),
        ("a ||b\n\nc\n\nd|| e", "<p>a </p>{<p>b</p><p>c</p><p>d</p>}<p> e</p>"),
        ("a ||b\n\nc|| d ||e\n\nf||", "<p>a </p>{<p>b</p><p>c</p>}<p> d </p>{<p>e</p><p>f</p>}"),
        ("||a|| ||b\n\nc|| ||d||", "<p>[a] </p>{<p>b</p><p>c</p>}<p> [d]</p>"),
        ("(||a\n\nb||).", "{<p>(a</p><p>b).</p>}"),
        ("||a\n\nb|| 😭", "{<p>a</p><p>b</p>}<p> 😭</p>"),
        ("||\n\na\n\n||", "{<p>a</p>}"),
        ("||a\nb\n\nc\n||\nd", "{<p>a<br>b</p><p>c</p>}<p>d</p>"),
        ("||\n\n||", "<p></p><p></p>"),
        ("||a\n\n**b**", "{<p>a</p><p><strong>b</strong></p>}"),
        ("||a\n\n- b\n- c\n\nd||", "{<p>a</p><ul><li>b</li><li>c</li></ul><p>d</p>}"),
        ("||a\n\n```\nb\n```", "{<p>a</p><pre><code>b</code></pre>}"),
        ("> ||a\n>\n> b||\n\nc", "<blockquote>{<p>a</p><p>b</p>}</blockquote><p>c</p>"),
        ("- ||a\n\n  b||", "<ul><li>{<p>a</p><p>b</p>}</li></ul>"),
    ],
)
def test_paragraphs_are_folded_behind_one_switch(text, folded):
    assert outline(render(text)) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("||a", "<p>[a]</p>"),
        ("- ||a\n- b||", "<ul><li>[a]</li><li>[b]</li></ul>"),
        ("> ||a\n\nb||", "<blockquote><p>[a]</p></blockquote><p>[b]</p>"),
        ("||a\n\n> b||", "<p>[a]</p><blockquote><p>[b]</p></blockquote>"),
        ("**||a**\n\nb||", "<p>[<strong>a</strong>]</p><p>[b]</p>"),
        ("||a\n\n**b||**", "<p>[a]</p><p>[<strong>b</strong>]</p>"),
    ],
)
def test_what_ends_elsewhere_has_a_switch_in_each_line(text, folded):
    assert outline(render(text)) == folded


@given(st.lists(st.sampled_from(["||", "a", "*", "\n", "\n\n", "- ", "> ", "```\n", "  "])))
def test_folds_stand_one_after_another(pieces):
    tags = re.findall(r"</?details", render("".join(pieces)))
    assert tags == ["<details", "</details"] * (len(tags) // 2)
