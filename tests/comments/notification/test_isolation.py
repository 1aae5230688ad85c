import pytest

from comments.notification.isolation import isolated, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Hana", "Hana"),
        ("花より男子", "花より男子"),
        ("مي", "\u2068مي\u2069"),
        ("Hana דרמה", "\u2068Hana דרמה\u2069"),
    ],
)
def test_right_to_left_text_is_isolated(text, expected):
    assert isolated(text) == expected


def test_header_has_one_line():
    assert one_line("A\r\n Quiet\tHarbour ") == "A Quiet Harbour"
