import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.importers.cells import RefusedRow
from catalog.importers.mydramalist import COLUMNS, record_from
from catalog.importers.records import (
    CreditRecord,
    DramaRecord,
    FiguresRecord,
    LinkRecord,
    PersonRecord,
    RelationRecord,
    TagRecord,
    TitleRecord,
)
from catalog.models.dates import PartialDate

TODAY = datetime.date(2026, 6, 15)
LEAST = {"mdl_id": 7, "title": "W"}
ROW = {
    "mdl_id": 10,
    "slug": "10-a-title",
    "title": "A &amp; B",
    "native_title": "あるドラマ",
    "aka": ["Another\u00a0Title", "涙", "어떤 드라마", "A & B", "Another Title"],
    "type": "Drama",
    "format": "Drama Special",
    "country": "Japan",
    "network": "Fuji TV , Netflix ,",
    "episodes": 2,
    "aired": "Jan 17, 2011 - Mar 28, 2011",
    "airs": None,
    "duration": "1 hr. 10 min.",
    "genres": ["Romance", "Drama", "Romance"],
    "tags": ["School"],
    "directors": [{"id": 3, "name": "Director  One"}],
    "screenwriters": [{"id": 3, "name": "Director One"}],
    "cast": [
        {"id": 1, "name": "First", "character": "Hero", "role": "Main Role"},
        {"id": 2, "name": "Second", "character": None, "role": "Unknown"},
        {"id": 1, "name": "First", "character": "Hero", "role": "Main Role"},
    ],
    "score": 7.25,
    "scored_by": 2778,
    "ranked": 8762,
    "popularity": 2901,
    "watchers": 6949,
    "content_rating": "13+ - Teens 13 or older",
    "synopsis": "It begins. \n\n(Source: Viki)",
    "related": [
        {"mdl_id": "11", "title": "Other", "relation": "Hong Kong original story"},
        {"mdl_id": "10", "title": "Itself", "relation": "Japanese sequel"},
    ],
    "recs": ["766"],
    "trailer": "https://video.example/watch",
}
RECORD = DramaRecord(
    source="mydramalist",
    source_id="10",
    title="A & B",
    kind="special",
    native_title="あるドラマ",
    original_language="ja",
    alternative_titles=(
        TitleRecord("Another Title"),
        TitleRecord("涙"),
        TitleRecord("어떤 드라마", "ko"),
    ),
    countries=("JP",),
    networks=("Fuji TV", "Netflix"),
    genres=("Romance", "Drama"),
    tags=(TagRecord("School"),),
    status="ended",
    released=PartialDate.parse("2011-01-17"),
    ended=PartialDate.parse("2011-03-28"),
    content_rating="13+ - Teens 13 or older",
    runtime=70,
    episode_count=2,
    synopsis="It begins.",
    synopsis_source="Viki",
    links=(LinkRecord("trailer", "https://video.example/watch"),),
    credits=(
        CreditRecord(PersonRecord("1", "First"), "main", "Hero"),
        CreditRecord(PersonRecord("2", "Second"), "cast"),
        CreditRecord(PersonRecord("3", "Director One"), "director"),
        CreditRecord(PersonRecord("3", "Director One"), "screenwriter"),
    ),
    figures=FiguresRecord(
        source="mydramalist",
        rating=Decimal("7.2"),
        votes=2778,
        rank=8762,
        popularity=2901,
        watchers=6949,
    ),
    relations=(RelationRecord("11", "original"),),
)


def as_csv(row):
    return {
        name: "" if value is None else json.dumps(value) if isinstance(value, list) else str(value)
        for name, value in row.items()
    }


@pytest.mark.parametrize("row", [ROW, as_csv(ROW)], ids=["json", "csv"])
def test_row_becomes_record(row):
    assert record_from(row, TODAY) == RECORD


@pytest.mark.parametrize("row", [LEAST, dict.fromkeys(COLUMNS) | LEAST, as_csv(LEAST)])
def test_row_without_facts_is_silent(row):
    assert record_from(row, TODAY) == DramaRecord("mydramalist", "7", "W")


def field(name, **values):
    return getattr(record_from(LEAST | values, TODAY), name)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"type": "Drama", "format": "Standard Series"}, "series"),
        ({"type": "Drama", "format": "Web Series"}, "series"),
        ({"type": "Drama", "format": "Vertical Series"}, "series"),
        ({"type": "Drama", "format": "Drama Special"}, "special"),
        ({"type": "Drama", "format": "Talk show"}, "show"),
        ({"type": "TV Program", "format": "N/A"}, "show"),
        ({"type": "Movie"}, "film"),
        ({"type": "Drama"}, "series"),
        ({"type": "Puppets"}, ""),
    ],
)
def test_kind_follows_type_and_format(values, kind):
    assert field("kind", **values) == kind


@pytest.mark.parametrize(
    ("country", "code", "language"),
    [
        ("Japan", "JP", "ja"),
        ("South Korea", "KR", "ko"),
        ("China", "CN", "zh-Hans"),
        ("Taiwan", "TW", "zh-Hant"),
        ("Hong Kong", "HK", "yue-Hant"),
        ("Thailand", "TH", "th"),
        ("Philippines", "PH", "fil"),
        ("Singapore", "SG", ""),
    ],
)
def test_country_gives_code_and_language(country, code, language):
    record = record_from(LEAST | {"country": country}, TODAY)
    assert (record.countries, record.original_language) == ((code,), language)


@pytest.mark.parametrize(
    ("role", "value"),
    [
        ("Main Role", "main"),
        ("Support Role", "support"),
        ("Guest Role", "guest"),
        ("Guest", "guest"),
        ("Cameo", "cameo"),
        ("Main Host", "host"),
        ("Regular Member", "regular"),
        ("Director", "director"),
        ("Screenwriter", "screenwriter"),
        ("Unknown", "cast"),
        ("Bit part", "cast"),
        ("", "cast"),
    ],
)
def test_role_is_one_of_ours(role, value):
    assert field("credits", cast=[{"id": 1, "name": "A", "role": role}])[0].role == value


@pytest.mark.parametrize(
    ("relation", "kind"),
    [
        ("Korean sequel", "sequel"),
        ("Thai prequel", "prequel"),
        ("Chinese spinoff", "spinoff"),
        ("Hong Kong remake", "remake"),
        ("Thai parent story", "parent"),
        ("Thai side story", "side"),
        ("Korean shared universe", "universe"),
        ("Thai compilation", "compilation"),
        ("Chinese adaptation", "adaptation"),
        ("Japanese crossover", "related"),
        ("", "related"),
    ],
)
def test_relation_is_one_of_ours(relation, kind):
    related = [{"mdl_id": "9", "title": "X", "relation": relation}]
    assert field("relations", related=related) == (RelationRecord("9", kind),)


def test_not_yet_rated_is_silence():
    assert field("content_rating", content_rating="Not Yet Rated") == ""


def test_unranked_is_silence():
    assert field("figures", ranked=99999, popularity=5) == FiguresRecord(
        "mydramalist", popularity=5
    )


def test_no_episodes_yet_is_silence():
    assert field("episode_count", episodes=0) is None


def test_cancelled_in_title():
    row = LEAST | {"title": "Gone (Cancelled)", "aired": "2027"}
    assert record_from(row, TODAY).status == "cancelled"


def test_announced_dates_stand_in():
    record = record_from(LEAST | {"airs": "2026 - ?"}, TODAY)
    assert (record.released, record.status) == (PartialDate.parse("2026"), "upcoming")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([], "it is not an object with named values"),
        (None, "it is not an object with named values"),
        ({"title": "W"}, "mdl_id is missing or zero"),
        (LEAST | {"mdl_id": "x"}, "mdl_id is not a number"),
        (LEAST | {"mdl_id": True}, "mdl_id is not a number"),
        (LEAST | {"mdl_id": 1.5}, "mdl_id is not a whole number"),
        (LEAST | {"mdl_id": -1}, "mdl_id is negative"),
        (LEAST | {"mdl_id": 10**20}, "mdl_id is impossibly large"),
        ({"mdl_id": 7}, "it has no title"),
        (LEAST | {"title": " \u200b"}, "it has no title"),
        (LEAST | {"title": 5}, "title is not a text"),
        (LEAST | {"title": "x" * 201}, "title is longer than 200 characters"),
        (LEAST | {"title": "\ud800"}, "title is not valid text (UTF-8)"),
        (LEAST | {"score": 11}, "score is above 10"),
        (LEAST | {"score": float("nan")}, "score is not a number"),
        (LEAST | {"score": -0.5}, "score is negative"),
        (LEAST | {"episodes": -1}, "episodes is negative"),
        (LEAST | {"watchers": [1]}, "watchers is not a number"),
        (LEAST | {"aka": "no JSON"}, "aka is not a list in JSON"),
        (LEAST | {"aka": {"a": 1}}, "aka is not a list"),
        (LEAST | {"aka": [1]}, "aka is not a text"),
        (LEAST | {"tags": ["x"] * 2001}, "tags has more than 2000 items"),
        (LEAST | {"cast": ["A"]}, "cast holds something other than objects"),
        (LEAST | {"cast": [{"id": 1}]}, "a person has no name"),
        (LEAST | {"cast": [{"name": "A"}]}, "id is missing or zero"),
        (LEAST | {"country": "Atlantis"}, "the country “Atlantis” is not known"),
        (LEAST | {"trailer": "javascript:1"}, "trailer is not a web address"),
        (LEAST | {"trailer": "https://"}, "trailer is not a web address"),
        (LEAST | {"trailer": "https://["}, "trailer is not a web address"),
        (LEAST | {"episodes": "1_0"}, "episodes is not a number"),
        (LEAST | {"synopsis": "x" * 50_001}, "synopsis is longer than 50000 characters"),
        (
            LEAST | {"aired": "Feb 30, 2005"},
            "aired “Feb 30, 2005” is not understood: no such day: Feb 30, 2005",
        ),
        (
            LEAST | {"aired": "2005 - 2004"},
            "aired “2005 - 2004” is not understood: it ends before it begins",
        ),
        (
            LEAST | {"duration": "long"},
            "duration “long” is not understood: not a duration: long",
        ),
    ],
)  # fmt: skip
def test_row_refused(row, reason):
    with pytest.raises(RefusedRow) as refusal:
        record_from(row, TODAY)
    assert str(refusal.value) == reason


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
PEOPLE = st.lists(st.fixed_dictionaries({"id": st.integers(0, 9) | JSON, "name": st.text() | JSON}))


@given(
    st.fixed_dictionaries(
        {"mdl_id": st.integers(1), "title": st.text(min_size=1)},
        optional=dict.fromkeys(COLUMNS[2:], JSON) | {"cast": PEOPLE, "directors": PEOPLE},
    )
    | JSON
)
def test_any_row_is_a_record_or_refused(row):
    try:
        record = record_from(row, TODAY)
    except RefusedRow:
        return
    assert record.title


@pytest.mark.shared
def test_real_rows_are_all_taken(shared):
    with (shared / "data/dramas/mydramalist.jsonl").open() as file:
        records = [record_from(json.loads(line), TODAY) for line in file]
    assert len({record.source_id for record in records}) == 3337
