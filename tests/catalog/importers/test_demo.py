"""The demo catalogue is whole, and its reference drama is exactly the reference."""

import json
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from catalog.importers.demo import DIRECTORY, read_dramas, read_people
from catalog.importers.load import Verdict, load
from catalog.importers.records import FiguresRecord, TagRecord
from catalog.models import CAST_ROLES, ExternalId
from catalog.models.dates import PartialDate
from catalog.models.languages import country_name, language_name

REFERENCE = "1-litre-of-tears"
TODAY = date(2026, 11, 23)
DRAMAS = {record.source_id: record for record in read_dramas(TODAY)}
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
RUN = 8
INVENTED = TagRecord("Invented for This Demo")


@pytest.fixture
def directory(tmp_path):
    """A demo catalogue of one drama, to be spoilt."""
    (tmp_path / "dramas").mkdir()
    (tmp_path / "people.json").write_text('{"jo": {"name": "Jo"}}', "utf-8")
    return tmp_path


def words(text):
    return re.findall(r"\w+", text.lower())


def runs(text):
    found = words(text)
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


def test_demo_holds_enough():
    kinds = {record.kind for record in DRAMAS.values()}
    countries = {country for record in DRAMAS.values() for country in record.countries}

    assert len(DRAMAS) >= 25
    assert len(countries) >= 6
    assert kinds == {"series", "film", "special", "show"}


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2028, 2, 29), date(2030, 12, 31)])
def test_something_airs_and_something_comes_on_any_day(today):
    dramas = read_dramas(today)
    of_status = {
        status: [drama for drama in dramas if drama.status == status and drama.seasons]
        for status in ("airing", "upcoming")
    }
    assert [d.source_id for d in of_status["airing"] if not _airs_around(d, today)] == []
    assert len(of_status["airing"]) == 4
    to_come = [drama.released.first_day for drama in of_status["upcoming"]]
    assert len(to_come) == 2
    assert min(to_come) > today


def _airs_around(drama, today):
    return drama.released.first_day < today < drama.ended.first_day


def test_what_is_invented_says_so_and_names_no_listing():
    counted = [
        path.stem
        for path in (DIRECTORY / "dramas").glob("*.json")
        if '"today' in path.read_text("utf-8")
    ]
    invented = [slug for slug, drama in DRAMAS.items() if INVENTED in drama.tags]
    assert len(invented) == 8
    assert set(counted) < set(invented)
    assert [slug for slug in invented if DRAMAS[slug].figures] == []


def test_reference_drama_is_the_reference():
    drama = DRAMAS[REFERENCE]

    assert (drama.title, drama.native_title) == ("1 Litre of Tears", "1リットルの涙")
    assert drama.original_language == "ja"
    assert (drama.countries, drama.networks) == (("JP",), ("Fuji TV",))
    assert drama.genres == ("Drama", "Melodrama")
    assert drama.status == "ended"
    assert drama.released == PartialDate.parse("2005-10-11")
    assert drama.ended == PartialDate.parse("2005-12-20")
    assert (drama.season_count, drama.episode_count, drama.runtime) == (1, 11, 98)
    assert drama.content_rating == "13+ - Teens 13 or older"
    assert drama.figures == FiguresRecord(
        source="mydramalist",
        rating=Decimal("8.0"),
        rank=2252,
        popularity=3150,
        watchers=5920,
        as_of=date(2026, 11, 23),
    )
    assert drama.summary == ""


def test_reference_drama_has_its_cast_in_order():
    cast = [c.person.name for c in DRAMAS[REFERENCE].credits if c.role in CAST_ROLES]

    assert cast == [
        "Erika Sawajiri",
        "Hiroko Yakushimaru",
        "Ryo Nishikido",
        "Riko Narumi",
        "Yuma Sanada",
        "Ai Miyoshi",
        "Momosuke Mizutani",
        "Ryô Hashizume",
        "Naohito Fujiki",
        "Takanori Jinnai",
    ]


def test_reference_drama_aired_on_eleven_tuesdays():
    [season] = DRAMAS[REFERENCE].seasons
    first = date(2005, 10, 11)

    aired = [episode.air_date for episode in season.episodes]

    assert aired == [first + timedelta(weeks=week) for week in range(11)]


@pytest.mark.shared
def test_reference_drama_has_the_synopsis_of_the_reference(shared):
    page = (shared / "reference" / "1-litre-of-tears.txt").read_text("utf-8").splitlines()

    assert DRAMAS[REFERENCE].synopsis == page[page.index("Synopsis") + 1]


@pytest.mark.parametrize("drama", DRAMAS.values(), ids=DRAMAS)
def test_drama_can_be_read(drama):
    assert drama.title
    assert drama.released
    assert drama.credits
    assert len(re.findall(r"[.!?](?=\s|$)", drama.synopsis)) >= 2
    assert drama.summary or drama.source_id == REFERENCE
    tags = [drama.original_language, *(title.language for title in drama.alternative_titles)]
    assert [tag for tag in tags if not LANGUAGE_TAG.fullmatch(tag)] == []
    assert language_name(drama.original_language) != drama.original_language
    assert [code for code in drama.countries if country_name(code) == code] == []


@pytest.mark.parametrize("drama", DRAMAS.values(), ids=DRAMAS)
def test_episodes_air_within_the_run(drama):
    for season in drama.seasons:
        days = [episode.air_date for episode in season.episodes if episode.air_date]
        assert days == sorted(days)
        assert not days or [days[0], days[-1]] == [drama.released.first_day, drama.ended.first_day]
        assert len(season.episodes) == drama.episode_count


def test_every_person_is_credited_somewhere():
    credited = {credit.person.source_id for drama in DRAMAS.values() for credit in drama.credits}

    assert credited == set(read_people())


def test_native_names_are_written_in_another_script():
    people = read_people().values()

    assert [p.name for p in people if p.native_name and p.native_name.isascii()] == []


INVERSE = {
    "sequel": "prequel",
    "prequel": "sequel",
    "remake": "original",
    "original": "remake",
    "adaptation": "adaptation",
    "special": "parent",
    "parent": "special",
}


def test_relations_are_told_from_both_sides():
    told = {
        (slug, relation.kind, relation.source_id)
        for slug, drama in DRAMAS.items()
        for relation in drama.relations
    }

    assert {(other, INVERSE[kind], slug) for slug, kind, other in told} == told


@pytest.mark.django_db
def test_loading_the_demo_catalogue_twice_changes_nothing():
    first = load(DRAMAS.values(), as_of=TODAY)
    second = load(DRAMAS.values(), as_of=TODAY)

    assert first.counts == {Verdict.NEW: len(DRAMAS)}
    assert second.counts == {Verdict.UNCHANGED: len(DRAMAS)}


@pytest.mark.django_db
def test_a_loaded_drama_has_the_address_that_its_file_is_named_after():
    load(DRAMAS.values(), as_of=TODAY)

    loaded = ExternalId.objects.filter(source="demo", drama__isnull=False)

    assert dict(loaded.values_list("value", "drama__slug")) == {slug: slug for slug in DRAMAS}


@pytest.mark.shared
def test_no_synopsis_repeats_the_shared_data(shared):
    ours = {
        run: slug
        for slug, drama in DRAMAS.items()
        if slug != REFERENCE
        for run in runs(drama.synopsis) | runs(drama.summary)
    }
    lines = (shared / "data" / "dramas" / "mydramalist.jsonl").read_text("utf-8").splitlines()

    repeated = {
        (ours[run], " ".join(run))
        for line in lines
        for run in runs(json.loads(line)["synopsis"] or "") & ours.keys()
    }

    assert repeated == set()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"titel": "X"}, "x.json: unknown field 'titel'"),
        ({"title": None}, "x.json: title: expected str, got None"),
        ({"kind": "opera"}, "x.json: kind: 'opera' is none of "),
        ({"status": "lost"}, "x.json: status: 'lost' is none of "),
        ({"released": "2005/10"}, "x.json: released: '2005/10' is no PartialDate"),
        ({"released": "2006", "ended": "2005"}, "x.json: ended: 2005 is before 2006"),
        ({"credits": [{"person": "al", "role": "main"}]}, "x.json: credits[0]: person: no one "),
        ({"credits": [{"person": "jo", "role": "cook"}]}, "x.json: credits: role: 'cook' is none "),
        (
            {"credits": [{"person": "jo", "role": "main"}] * 2},
            "x.json: credits: ('jo', 'main', '')",
        ),
        ({"relations": [{"source_id": "y", "kind": "sequel"}]}, "x.json: relations: there is no "),
        ({"seasons": [{"number": 1}, {"number": 1}]}, "x.json: seasons: 1 stands there twice"),
        ({"figures": {"source": "rumour"}}, "x.json: figures: source: 'rumour' is none of "),
    ],
)
def test_read_dramas_of_a_fault_names_file_and_field(directory, data, message):
    drama = {"title": "X", "kind": "series", "status": "ended", **data}
    (directory / "dramas" / "x.json").write_text(json.dumps(drama), "utf-8")

    with pytest.raises(ValueError) as caught:
        read_dramas(TODAY, directory)

    assert str(caught.value).startswith(message)
