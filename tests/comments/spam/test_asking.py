import pytest

from comments.spam.asking import asking


@pytest.mark.parametrize(
    "text",
    [
        "PLEASE SUBSCRIBE!!!",
        "go and check out my new youtube channel",
        "Follow me on insta",
        "Like this comment if you agree",
        "thumbs up if u are watching in 2031",
        "sub4sub anyone?",
        "listen to our song, thanks",
    ],
)
def test_asking_costs_points(points, text):
    assert points(asking, text) == 3


@pytest.mark.parametrize(
    "text",
    [
        "My favourite song of the year is in this drama.",
        "I would like to know if you cried too.",
        "You need not subscribe to Viki for it, the subscribers get it early.",
        "He follows her, and she adds him to the group.",
        "Check out the manga, it is better.",
    ],
)
def test_talk_of_dramas_asks_for_nothing(points, text):
    assert points(asking, text) == 0
