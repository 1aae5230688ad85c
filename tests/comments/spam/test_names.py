import pytest

from comments.spam.names import advertising_name


@pytest.mark.parametrize(
    ("name", "website", "expected"),
    [
        ("Hana", "https://hana.example/", 0),
        ("Jean-Luc de la Tour d'Auvergne the Elder", "", 0),
        ("best-shop.com", "", 5),
        ("Online Casino", "", 4),
        ("Cheap flights", "https://x.example/", 4),
        ("how to fly to Rome by night", "https://x.example/", 2),
        ("Cassino Royale Fan", "", 0),
    ],
)
def test_name_that_advertises_costs_points(points, name, website, expected):
    assert points(advertising_name, "Nice.", name=name, website=website) == expected
