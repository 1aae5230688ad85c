import pytest

from catalog.airings.words import Episodes, words


@pytest.mark.parametrize(
    ("episodes", "said"),
    [
        (Episodes(1, 3, 3, 1), "Episode 3"),
        (Episodes(1, 1, 4, 4), "Episodes 1–4"),
        (Episodes(1, 1, 5, 2), "2 episodes"),
        (Episodes(2, 3, 3, 1), "Season 2, episode 3"),
        (Episodes(2, 1, 2, 2), "Season 2, episodes 1–2"),
        (Episodes(0, 1, 1, 1), "Special 1"),
        (Episodes(0, 1, 2, 2), "Specials 1–2"),
        (Episodes(0, 1, 9, 3), "3 specials"),
    ],
)
def test_episodes_are_told_by_their_numbers(episodes, said):
    assert words(episodes) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"begins": True}, "Premiere"),
        ({"ends": True}, "Finale"),
        ({"begins": True, "ends": True}, "Release"),
        ({"begins": True, "in_one_piece": True}, "Release"),
        ({"begins": True, "ends": True, "in_one_piece": True}, "Release"),
        ({"ends": True, "in_one_piece": True}, ""),
        ({}, ""),
    ],
)
def test_occasion_is_said_of_what_begins_and_ends(given, said):
    assert words(None, **given) == said


def test_occasion_goes_before_the_episodes():
    assert words(Episodes(1, 1, 2, 2), begins=True) == "Premiere · Episodes 1–2"
