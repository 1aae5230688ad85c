import pytest

from catalog.artwork.glyphs import text_width
from catalog.artwork.lines import set_text
from tests.catalog.artwork.titles import TITLES


@pytest.mark.parametrize("title", [title for title, _native in TITLES if title.strip()])
def test_lines_fit_their_box(title):
    setting = set_text(title, 336, 236)
    assert max(text_width(line) for line in setting.lines) * setting.size <= 336.01
    assert setting.height <= 236 + setting.size


def test_words_stay_whole_and_lines_are_even():
    assert set_text("Because This Is My First Life", 336, 236).lines == (
        "Because",
        "This Is My",
        "First Life",
    )


def test_no_sign_is_lost_unless_there_is_no_room():
    title = "The Strongest Deliveryman Who Became the President and Found True Love"
    assert " ".join(set_text(title, 336, 236).lines) == title


def test_what_has_no_room_is_cut_short():
    assert set_text("永" * 200, 280, 46, 17).lines[-1].endswith("…")


def test_punctuation_does_not_begin_a_line():
    for width in range(180, 400, 20):
        lines = set_text("1リットルの涙「特別編」、追憶。", width, 600, 40).lines
        assert not any(line[0] in "」、。ー" for line in lines)
        assert not any(line[-1] == "「" for line in lines)
