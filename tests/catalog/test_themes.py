import pytest

from catalog.themes import theme_of


@pytest.mark.parametrize(
    ("tag", "theme"),
    [
        ("Time Travel", "time travel"),
        ("time travel", "time travel"),
        ("Love Triangle", "a love triangle"),
        ("Web Series", ""),
        ("Nice Male Lead", ""),
        ("", ""),
    ],
)
def test_theme_is_told_only_of_tags_that_are_one(tag, theme):
    assert theme_of(tag) == theme
