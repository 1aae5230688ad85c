import pytest

from catalog.prose.nouns import listed, noun, place


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("series", "drama"),
        ("film", "film"),
        ("special", "special"),
        ("show", "show"),
        ("", "drama"),
    ],
)
def test_noun_of_each_kind(kind, expected):
    assert noun(kind) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_listed_closes_with_and(names, expected):
    assert listed(names) == expected


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [("JP", "Japan", "Japan"), ("PH", "Philippines", "the Philippines"), ("", "", "")],
)
def test_place_takes_an_article_where_the_name_needs_one(code, name, expected):
    assert place(code, name) == expected
