import pytest

from catalog.introductions.person import PersonFacts, Work, introduction
from catalog.models.dates import PartialDate

MAIN, SUPPORT, GUEST = ("main",), ("support",), ("guest",)


def told(*works, born=None, listing=""):
    born = PartialDate.parse(born) if born else None
    return introduction(PersonFacts("Jo Kim", born, works, listing))


@pytest.mark.parametrize(
    ("born", "sentence"),
    [
        ("1986-04-08", "Jo Kim was born on April 8, 1986."),
        ("1986-04", "Jo Kim was born in April 1986."),
        ("1986", "Jo Kim was born in 1986."),
        (None, ""),
    ],
)
def test_birthday_is_told_as_far_as_it_is_known(born, sentence):
    assert told(born=born) == sentence


@pytest.mark.parametrize(
    ("work", "text"),
    [
        (
            Work("A", MAIN, "Aya", 2005),
            'One drama with Jo Kim is listed here: "A", of 2005. '
            "Jo Kim has a main role in it, as Aya.",
        ),
        (
            Work("A", SUPPORT, "", None),
            'One drama with Jo Kim is listed here: "A". Jo Kim has a support role in it.',
        ),
        (
            Work("A", ("director", "screenwriter"), "", 2005),
            'One drama with Jo Kim is listed here: "A", of 2005. '
            "Jo Kim is its director and screenwriter.",
        ),
        (
            Work("A", ("main", "director"), "", 2005),
            'One drama with Jo Kim is listed here: "A", of 2005. '
            "Jo Kim has a main role in it, and is its director.",
        ),
        (
            Work("A", MAIN, "", 2027, is_to_come=True),
            'One drama with Jo Kim is listed here: "A", to come in 2027. '
            "Jo Kim has a main role in it.",
        ),
    ],
)
def test_one_drama_is_told_with_its_role(work, text):
    assert told(work) == text


def test_many_dramas_are_counted_by_role_and_year():
    works = [Work(f"M{n}", MAIN, "", 2000 + n) for n in range(3)]
    works += [Work("S", SUPPORT, "", 2010), Work("G", GUEST, "", 2012)]
    assert told(*works) == (
        "5 dramas with Jo Kim are listed here, from 2000 to 2012. Jo Kim has a main role in 3 of "
        "them, a support role in one and a guest role in one. "
        'The first of them is "M0", the latest "G".'
    )


def test_same_role_in_all_is_said_once():
    assert told(Work("A", MAIN, "", 2000), Work("B", MAIN, "", 2000)) == (
        "2 dramas with Jo Kim are listed here, all of 2000. Jo Kim has a main role in all of them."
    )


@pytest.mark.parametrize(
    ("roles", "sentence"),
    [
        ([("director",)] * 2, "Jo Kim is the director of all of them."),
        (
            [("director", "screenwriter"), ("director",)],
            "Jo Kim is the director of 2 and the screenwriter of one.",
        ),
        (
            [("host",), ("director",)],
            "Jo Kim has the place of a host in one of them. Jo Kim is the director of one of them.",
        ),
    ],
)
def test_crew_is_told_by_what_it_made(roles, sentence):
    works = [Work(str(number), each) for number, each in enumerate(roles)]
    assert told(*works) == f"2 dramas with Jo Kim are listed here. {sentence}"


def test_year_that_is_missing_leaves_out_what_it_might_belie():
    text = told(Work("A", MAIN, "", 2000), Work("B", MAIN, "", 2005), Work("C", MAIN))
    assert text == ("3 dramas with Jo Kim are listed here. Jo Kim has a main role in all of them.")


def test_first_of_several_in_a_year_is_not_known():
    text = told(Work("A", MAIN, "", 2000), Work("B", MAIN, "", 2000), Work("C", MAIN, "", 2005))
    assert "The first" not in text


def test_what_is_to_come_is_not_the_latest():
    text = told(
        Work("A", MAIN, "", 2000),
        Work("B", MAIN, "", 2005),
        Work("C", MAIN, "", 2027, is_to_come=True),
    )
    assert text.endswith('The first of them is "A", the latest "B". Still to come: "C".')


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        ([None, None], ""),
        ([5, None], ""),
        ([9, 5], ' On MyDramaList, "1" is the most popular of them.'),
        ([9, 5, 7], ' On MyDramaList, "1" and "2" are the most popular of them.'),
        (
            [9, 5, 7, 1, 2, 3, 4],
            ' On MyDramaList, "3", "4" and "5" are the most popular of them.',
        ),
    ],
)
def test_popularity_is_that_of_a_listing(places, sentence):
    works = [Work(str(number), MAIN, place=place) for number, place in enumerate(places)]
    text = told(*works, listing="MyDramaList")
    assert text.partition("in all of them.")[2] == sentence


def test_nothing_known_says_nothing():
    assert told() == ""
