import pytest

from comments.visible import (
    gives_away,
    has_control_characters,
    has_email_address,
    is_blank,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        (" \t\n\u00a0\u3000", True),
        ("\u200b\u200d\ufeff\u2060", True),
        ("\u202e\u202c", True),
        ("\u3164\u2800\u115f", True),
        ("\u0301\ufe0f", True),
        ("a", False),
        ("。", False),
        ("👍🏽", False),
        ("\u200bа", False),
    ],
)
def test_is_blank(text, expected):
    assert is_blank(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("a\x00", True), ("a\x1b[1m", True), ("a\x85", True), ("a\nb\t", False)]
)
def test_has_control_characters(text, expected):
    assert has_control_characters(text, allowed="\n\t") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to hana@example.org", True),
        ("HANA@Example.ORG", True),
        ("hana\uff20example.org", True),
        ("ha\u200bna@example.org", True),
        ("https://example.org/?m=hana%40example.org", True),
        ("hana at example.org", False),
        ("", False),
    ],
)
def test_gives_away(text, expected):
    assert gives_away(text, "hana@example.org") is expected


def test_nothing_gives_away_an_empty_address():
    assert gives_away("anything", "") is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hana@example.org", True),
        ("Hana <hana@example.org>", True),
        ("hana＠example.org", True),
        ("@hana", False),
        ("Hana @ home", False),
        ("Hana", False),
    ],
)
def test_has_email_address(text, expected):
    assert has_email_address(text) is expected
