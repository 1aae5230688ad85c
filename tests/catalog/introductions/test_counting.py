import pytest

from catalog.introductions.counting import counted, quoted_list


@pytest.mark.parametrize(("number", "word"), [(1, "one"), (2, "2"), (1234, "1,234")])
def test_one_is_a_word_and_more_are_figures(number, word):
    assert counted(number) == word


@pytest.mark.parametrize(
    ("titles", "text"),
    [(["A"], '"A"'), (["A", "B"], '"A" and "B"'), (["A", "B", "C"], '"A", "B" and "C"')],
)
def test_titles_are_listed_in_quotes(titles, text):
    assert quoted_list(titles) == text
