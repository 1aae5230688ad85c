import pytest

from catalog.artwork.glyphs import is_right_to_left, text_width


@pytest.mark.parametrize(
    ("narrow", "wide"), [("i", "a"), ("a", "A"), ("A", "W"), ("a", "永"), ("", "i"), ("永", "😀")]
)
def test_wide_signs_are_wider(narrow, wide):
    assert text_width(narrow) < text_width(wide)


def test_marks_take_no_room():
    assert text_width("e\u0301\u0302") == text_width("e")


@pytest.mark.parametrize(
    ("text", "turned"),
    [("abc", False), ("שלום", True), ("49 حب", True), ("49", False), ("", False)],
)
def test_direction_is_that_of_the_first_letter(text, turned):
    assert is_right_to_left(text) is turned
