from comments.spam.familiarity import trusted as check
from comments.spam.said import Said


def test_trusted_browser_has_points_taken_off(trusted):
    assert check(Said("Words."), trusted).points == -3


def test_unknown_browser_has_none(nobody, db):
    assert check(Said("Words."), nobody) is None
