import pytest

from comments.models import Reply
from comments.quotation import LONGEST, quotation, told, told_plainly


def said(body, **given):
    return Reply(body=body, **given)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Plain.", "Plain."),
        ("So **good**, and\n*sad*.\n\nVery.", "So good, and sad. Very."),
        ("She finds ||her twin|| in the end.", "She finds … in the end."),
        ("She finds ||her twin and never", "She finds …"),
        ("||One|| ||two\n\nlines|| and on", "… and on"),
        ("||All of it||", ""),
        ("||All|| ||of|| it", "… it"),
        ("> What you said\n\nI agree.", "I agree."),
        ("- one\n- two", ""),
        ("Tom & <b>Jerry</b>", "Tom & <b>Jerry</b>"),
        ("", ""),
    ],
)
def test_quotation_is_plain_and_gives_nothing_away(body, words):
    assert quotation(said(body)) == words


@pytest.mark.parametrize("body", ["word " * 100, "花" * 500])
def test_long_quotation_is_cut(body):
    words = quotation(said(body))
    assert len(words) <= LONGEST + 1
    assert words.endswith(("word…", "花…"))


def test_reply_about_an_episode_is_not_quoted():
    assert quotation(said("He dies.", about_episode=5)) == ""
    assert told_plainly(said("He dies.", about_episode=5)) == "On episode 5: …"


@pytest.mark.parametrize(
    ("body", "html", "plain"),
    [
        ("a **b**\n\nc", "<p>a <strong>b</strong></p>\n<p>c</p>\n", "a b\n\nc"),
        ("a ||b|| c & d", "<p>a … c &amp; d</p>\n", "a … c & d"),
        ("a\nb", "<p>a<br>\nb</p>\n", "a\nb"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", "a\n\nb"),
    ],
)
def test_what_is_told_has_its_lines_and_no_spoiler(body, html, plain):
    assert (told(said(body)), told_plainly(said(body))) == (html, plain)
