import pytest

from catalog.search.excerpts import excerpt
from catalog.search.query import Query

LONG = (
    "Of the many people in the village nobody knew why the lighthouse had been dark for so long. "
    "When a banker from the city comes to see the keeper, he finds a diary in the kitchen, and in "
    "the diary the name of his own mother. What follows is a summer in which everybody tells a "
    "different story of the same night, until the light is lit again."
)


def told(text, typed):
    return [tuple(piece) for piece in excerpt(text, Query.parse(typed))]


def test_matching_words_are_marked_where_most_of_them_stand():
    pieces = told(LONG, "bankers diaries")
    assert [text for text, is_match in pieces if is_match] == ["banker", "diary", "diary"]
    assert pieces[0] == pieces[-1] == ("…", False)
    assert 150 < sum(len(text) for text, _ in pieces) < 240


def test_short_story_is_shown_whole():
    assert told("A banker pays.", "banker") == [
        ("", False),
        ("A ", False),
        ("banker", True),
        (" pays.", False),
        ("", False),
    ]


@pytest.mark.parametrize("typed", ["goblin", "花", ""])
def test_story_without_the_words_has_no_excerpt(typed):
    assert told(LONG, typed) == []


def test_run_is_marked_within_its_sentence():
    assert ("直樹", True) in told("銀行員の半沢直樹は。", "直樹")
