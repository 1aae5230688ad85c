import pytest

from comments.spam.disguise import disguise, foreign_script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Best сasіno in town", 5),
        ("fr\u200bee money", 3),
        ("𝐂𝐥𝐢𝐜𝐤 here", 3),
        ("Плакала в конце", 0),
        ("ファイト！ Ｋドラマ", 0),
        ("family 👨‍👩‍👧 drama", 0),
        ("می‌خواهم ببینم", 0),
    ],
)
def test_disguise_costs_points(points, text, expected):
    assert points(disguise, text) == expected


def test_name_in_disguise_costs_points(points):
    assert points(disguise, "Nice.", name="Саsino") == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("очень трогательная история о любви", 2),
        ("このドラマは本当に素晴らしかったです、最高の作品。", 0),
        ("이 드라마는 정말 재미있었어요 마지막회까지 최고예요", 0),
        ("เรื่องนี้สนุกมากและซึ้งมากค่ะอยากดูภาคสอง", 0),
        ("Just a plain English sentence, with привет.", 0),
        ("да", 0),
    ],
)
def test_script_that_is_rare_here_costs_points(points, text, expected):
    assert points(foreign_script, text) == expected


def test_script_of_the_site_is_at_home(points, settings):
    settings.LANGUAGE_CODE = "ru-ru"
    assert points(foreign_script, "очень трогательная история о любви") == 0
