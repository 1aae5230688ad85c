import pytest

from comments.quotation import LONGEST, quotation


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
    assert quotation(body) == words


@pytest.mark.parametrize("body", ["word " * 100, "花" * 500])
def test_long_quotation_is_cut(body):
    words = quotation(body)
    assert len(words) <= LONGEST + 1
    assert words.endswith(("word…", "花…"))
