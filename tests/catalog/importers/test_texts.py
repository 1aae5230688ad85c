import pytest

from catalog.importers.texts import one_line, paragraphs, without_credit


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Love \u00a0 Story\n", "Love Story"),
        ("Tom &amp; Jerry &#39;05 &lt;3", "Tom & Jerry '05 <3"),
        ("Romance&parade &copy", "Romance&parade &copy"),
        ("Love & π", "Love & π"),
        ("\ufeffW\u200b", "W"),
        ("a\u202eb\u2066c", "abc"),
        ("\u200e", ""),
        ("e\u0301", "é"),
        ("大切な\u3000こと", "大切な こと"),
        ("a\x00b", "ab"),
        ("≥75℃", "≥75℃"),
    ],
)
def test_one_line_cleaned(raw, clean):
    assert one_line(raw) == clean


def test_paragraphs_keep_their_breaks():
    assert paragraphs(" One \r\n\r\n\r\n\r\n two\u00a0\nthree ") == "One\n\ntwo\nthree"


@pytest.mark.parametrize(
    ("synopsis", "parted"),
    [
        ("Told.\n\n(Source: Viki)", ("Told.", "Viki")),
        ("Told. (Source:AsianWiki; edited by A)", ("Told.", "AsianWiki; edited by A")),
        ("Told.\n\n[Source: Hancinema]", ("Told.", "Hancinema")),
        ("Told. (Source: Market [MART]; TV (TH))", ("Told.", "Market [MART]; TV (TH)")),
        ("Told.\n\n(Source: X)\n\n~~ After a novel.", ("Told.\n\n~~ After a novel.", "X")),
        ("Told (source: X) and more.", ("Told (source: X) and more.", "")),
        ("Told.\n\n(Source: )", ("Told.\n\n(Source: )", "")),
        ("(Source: Viki)", ("", "Viki")),
        ("Told.", ("Told.", "")),
        ("", ("", "")),
    ],
)  # fmt: skip
def test_credit_parted_from_synopsis(synopsis, parted):
    assert without_credit(synopsis) == parted


def test_credit_too_long_stays_in_synopsis():
    synopsis = f"Told. (Source: {'x' * 201})"
    assert without_credit(synopsis) == (synopsis, "")
