import pytest

from comments.models import ListedWord, State
from comments.spam.judging import judge
from comments.spam.listed import finding_of, listed
from comments.spam.said import Said

pytestmark = pytest.mark.django_db


def lists(**words):
    for pattern, points in words.items():
        ListedWord.objects.create(pattern=pattern, points=points)


def test_listed_words_cost_their_points(points):
    lists(casino=4, slots=3)
    assert points(listed, "A casino with slots") == 7
    assert points(listed, "A quiet harbour") == 0
    assert points(listed, name="Casino") == 4
    assert points(listed, website="https://casino.example/") == 4


def test_reason_names_the_words(nobody):
    lists(casino=4, slots=3)
    assert listed(Said("Slots, casino"), nobody).words == "On the editors' list: “casino”, “slots”"


def test_word_that_is_not_active_is_not_looked_for(points):
    ListedWord.objects.create(pattern="casino", is_active=False)
    assert points(listed, "casino") == 0


def test_points_of_many_words_are_bounded():
    words = [(f"word{number}", 20) for number in range(9)]
    assert finding_of(words, " ".join(word for word, _points in words)).points == 100


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_one_query(nobody, number, django_assert_num_queries):
    lists(**{f"word{each}": 5 for each in range(number)})
    with django_assert_num_queries(1):
        assert listed(Said("word0"), nobody).points == 5


def test_good_words_do_not_make_up_for_a_listed_one(nobody):
    lists(harbour=10)
    said = Said("I loved this drama, the ending at the harbour was so sad and the cast is great!")
    verdict = judge(said, nobody)
    assert (verdict.findings["listed"].points, verdict.state) == (10, State.SPAM)
