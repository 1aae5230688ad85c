import pytest

from catalog.search.engines import Term
from catalog.search.query import Query, stem


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  goblin \t 2016\n", "goblin 2016"),
        ("a\x00b", "a b"),
        ("x" * 5000, "x" * 200),
        ("", ""),
    ],
)
def test_typed_text_is_made_clean(typed, text):
    assert Query.parse(typed).text == text


@pytest.mark.parametrize(
    ("typed", "year", "rest"),
    [
        ("goblin 2016", 2016, "goblin"),
        ("2016 goblin", 2016, "goblin"),
        ("2016", None, "2016"),
        ("Goblin (2016)", 2016, "goblin"),
        ("room 1234", None, "room 1234"),
    ],
)
def test_year_is_told_from_words(typed, year, rest):
    query = Query.parse(typed)
    assert (query.year, query.without_year.folded) == (year, rest)


def test_strict_form_leaves_the_last_word_open():
    assert Query.parse("crash land").strictly() == [((Term("crash"),), (Term("land", True),))]


def test_run_is_looked_up_by_pairs():
    assert Query.parse("半沢直").strictly() == [((Term("半泽"),), (Term("泽直"),))]
    assert Query.parse("花").strictly() == [((Term("花"),),)]


def test_year_is_looked_up_as_word_and_as_year():
    assert Query.parse("w 2016").strictly() == [
        ((Term("w"),), (Term("2016", True),)),
        ((Term("w", True),), (Term("_y2016"),)),
    ]


def test_neighbours_may_be_one_word():
    forms = Query.parse("start up").loosely()
    assert [[group[0].token for group in form] for form in forms] == [["start", "up"], ["startup"]]


def test_misspelt_word_may_be_any_that_is_meant():
    forms = Query.parse("the golbin").misspelt({"golbin": ["goblin"]})
    assert forms == [((Term("golbin", True), Term("goblin")),)]


@pytest.mark.parametrize(
    ("word", "expected"), [("lawyers", "lawyer"), ("stories", "stor"), ("is", "is"), ("bed", "bed")]
)
def test_ending_is_taken_off(word, expected):
    assert stem(word) == expected


@pytest.mark.parametrize("typed", ["", "   ", "★", "\x00", "!!!"])
def test_query_without_words_is_false(typed):
    assert not Query.parse(typed)


def test_long_query_has_few_words():
    assert len(Query.parse("a " * 100).words) == 12
