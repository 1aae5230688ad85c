"""JSON becomes records, or an error that names the field."""

import datetime
from decimal import Decimal

import pytest

from catalog.importers.records import EpisodeRecord, FiguresRecord, SeasonRecord
from catalog.importers.shapes import build, read_json


def test_build_of_nested_lists_gives_tuples():
    data = {"number": 1, "episodes": [{"number": 1, "air_date": "2005-10-11"}, {"number": 2}]}

    season = build(SeasonRecord, data, "x.json")

    assert season == SeasonRecord(
        number=1,
        episodes=(
            EpisodeRecord(number=1, air_date=datetime.date(2005, 10, 11)),
            EpisodeRecord(number=2),
        ),
    )


def test_build_of_a_decimal_and_of_null():
    figures = build(FiguresRecord, {"source": "demo", "rating": "8.0", "rank": None}, "x.json")

    assert figures == FiguresRecord(source="demo", rating=Decimal("8.0"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "x.json: expected an object, got []"),
        ({"numbr": 1}, "x.json: unknown field 'numbr'"),
        ({"title": "One"}, "x.json: field 'number' is missing"),
        ({"number": "1"}, "x.json: number: expected int, got '1'"),
        ({"number": True}, "x.json: number: expected int, got True"),
        ({"number": 1, "episodes": {}}, "x.json: episodes: expected a list, got {}"),
        (
            {"number": 1, "episodes": [{"number": 1, "air_date": "soon"}]},
            "x.json: episodes[0]: air_date: 'soon' is no date",
        ),
        (
            {"number": 1, "episodes": [{"number": 1, "air_date": 5}]},
            "x.json: episodes[0]: air_date: expected text, got 5",
        ),
    ],
)
def test_build_of_a_wrong_value_names_the_field(data, message):
    with pytest.raises(ValueError) as caught:
        build(SeasonRecord, data, "x.json")

    assert str(caught.value) == message


def test_build_of_a_wrong_decimal_names_the_field():
    with pytest.raises(ValueError) as caught:
        build(FiguresRecord, {"source": "demo", "rating": "good"}, "x.json")

    assert str(caught.value) == "x.json: rating: 'good' is no Decimal"


def test_read_json_of_a_broken_file_names_it(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text("{", "utf-8")

    with pytest.raises(ValueError, match=r"^broken\.json: "):
        read_json(path)
