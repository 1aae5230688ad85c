import datetime
import json
from dataclasses import replace
from decimal import Decimal

import pytest
import time_machine

from catalog.importers.demo import read_dramas
from catalog.importers.load import Load, Verdict, load
from catalog.importers.mydramalist import record_from
from catalog.importers.records import (
    CreditRecord,
    DramaRecord,
    EpisodeRecord,
    FiguresRecord,
    LinkRecord,
    PersonRecord,
    RelationRecord,
    SeasonRecord,
    TagRecord,
    TitleRecord,
)
from catalog.models import (
    AlternativeTitle,
    Credit,
    Drama,
    DramaTag,
    Episode,
    ExternalId,
    FormerSlug,
    Genre,
    ListingFigures,
    Network,
    Person,
    Relation,
    Tag,
)
from catalog.models.dates import PartialDate
from tests.catalog.importers.rows import all_rows

pytestmark = pytest.mark.django_db
AS_OF = datetime.date(2025, 10, 31)
ERIKA = PersonRecord(
    "61",
    "Erika Sawajiri",
    native_name="沢尻エリカ",
    other_names=("Erika",),
    born=PartialDate.parse("1986-04"),
    biography="An actor.",
)
TEARS = DramaRecord(
    source="demo",
    source_id="1",
    title="1 Litre of Tears",
    kind="series",
    native_title="1リットルの涙",
    original_language="ja",
    alternative_titles=(TitleRecord("A Diary of Tears"), TitleRecord("一公升的眼泪", "zh-Hans")),
    countries=("JP",),
    networks=("Fuji TV",),
    genres=("Drama", "Melodrama"),
    tags=(TagRecord("Illness"), TagRecord("Death", is_spoiler=True)),
    status="ended",
    released=PartialDate.parse("2005-10-11"),
    ended=PartialDate.parse("2005-12-20"),
    runtime=46,
    season_count=1,
    episode_count=2,
    synopsis="It begins.",
    links=(LinkRecord("watch", "https://watch.example/1", "Watch"),),
    credits=(
        CreditRecord(ERIKA, "main", "Aya"),
        CreditRecord(PersonRecord("62", "Masanori Murakami"), "director"),
    ),
    seasons=(
        SeasonRecord(
            1,
            episodes=(
                EpisodeRecord(1, "First", air_date=datetime.date(2005, 10, 11)),
                EpisodeRecord(2, "Second", native_title="第二話", runtime=46),
            ),
        ),
    ),
    figures=FiguresRecord("mydramalist", Decimal("8.0"), 100, 2252, 3150, 5920),
)


def write(*records, **options):
    return load(records, as_of=AS_OF, **options)


def verdicts(*records, **options):
    return dict(write(*records, **options).counts)


def plain(number, **values):
    return DramaRecord("demo", str(number), **{"title": f"Drama {number}"} | values)


def test_record_written_whole():
    write(TEARS)
    drama = Drama.objects.get()
    figures = drama.figures.get()
    assert (drama.slug, drama.publication, drama.kind) == (
        "1-litre-of-tears",
        "published",
        "series",
    )
    assert (drama.released, drama.ended) == (TEARS.released, TEARS.ended)
    assert [c.slug for c in drama.countries.all()] == ["japan"]
    assert [n.slug for n in drama.networks.all()] == ["fuji-tv"]
    assert [g.name for g in drama.genres.all()] == ["Drama", "Melodrama"]
    assert list(drama.drama_tags.order_by("pk").values_list("tag__name", "is_spoiler")) == [
        ("Illness", False),
        ("Death", True),
    ]
    assert list(drama.alternative_titles.values_list("title", "language")) == [
        ("A Diary of Tears", ""),
        ("一公升的眼泪", "zh-Hans"),
    ]
    assert list(drama.credits.values_list("person__slug", "role", "character", "order")) == [
        ("erika-sawajiri", "main", "Aya", 0),
        ("masanori-murakami", "director", "", 1),
    ]
    assert list(Episode.objects.values_list("season__number", "number", "title", "runtime")) == [
        (1, 1, "First", None),
        (1, 2, "Second", 46),
    ]
    assert list(drama.links.values_list("kind", "url", "label")) == [
        ("watch", "https://watch.example/1", "Watch")
    ]
    assert (figures.source, figures.rating, figures.as_of) == ("mydramalist", Decimal("8.0"), AS_OF)


def test_person_written_whole():
    write(TEARS)
    erika = Person.objects.get(name="Erika Sawajiri")
    assert (erika.native_name, erika.native_language, erika.born, erika.biography) == (
        "沢尻エリカ",
        "ja",
        ERIKA.born,
        "An actor.",
    )
    assert [n.name for n in erika.other_names.all()] == ["Erika"]
    assert erika.external_ids.get().value == "61"


def test_second_time_nothing_is_written():
    records = [TEARS, plain(2, relations=(RelationRecord("1", "sequel"),))]
    with time_machine.travel("2025-11-01"):
        write(*records)
    before = all_rows()
    with time_machine.travel("2026-02-01"):
        report = load(records, as_of=datetime.date(2026, 2, 1))
    assert (dict(report.counts), report.relations) == ({Verdict.UNCHANGED: 2}, 0)
    assert all_rows() == before


@pytest.mark.parametrize("count", [3, 150])
def test_queries_do_not_grow_with_rows(count, django_assert_max_num_queries):
    records = [replace(TEARS, source_id=str(n), title=f"Drama {n}") for n in range(count)]
    with django_assert_max_num_queries(63):
        write(*records)
    with django_assert_max_num_queries(30):
        write(*records)


@pytest.mark.parametrize(
    "values",
    [
        {"title": "One Litre of Tears"},
        {"status": "airing"},
        {"released": PartialDate.parse("2005-10-12")},
        {"genres": ("Drama", "Medical")},
        {"networks": ("Netflix",)},
        {"countries": ("KR",)},
        {"tags": (TagRecord("Illness", is_spoiler=True),)},
        {"alternative_titles": (TitleRecord("New"),)},
        {"alternative_titles": (TitleRecord("A Diary of Tears", "en"),)},
        {"links": (LinkRecord("watch", "https://watch.example/1", "Look"),)},
        {"credits": (CreditRecord(ERIKA, "main", "Aya Ikeuchi"),)},
        {"credits": (CreditRecord(replace(ERIKA, biography="Longer."), "main", "Aya"),)},
        {"seasons": (SeasonRecord(1, "Only"),)},
        {"seasons": (SeasonRecord(1, episodes=(EpisodeRecord(1, "Renamed"),)),)},
        {"figures": FiguresRecord("mydramalist", votes=101)},
    ],
    ids=lambda values: next(iter(values)),
)
def test_what_differs_changes_the_drama_once(values):
    with time_machine.travel("2025-11-01"):
        write(TEARS)
    changed = replace(TEARS, **values)
    with time_machine.travel("2026-02-01"):
        assert verdicts(changed) == {Verdict.CHANGED: 1}
    drama = Drama.objects.get()
    assert drama.changed_at.date() == datetime.date(2026, 2, 1)
    assert (drama.publish_at or drama.changed_at).date() == datetime.date(2025, 11, 1)
    assert verdicts(changed) == {Verdict.UNCHANGED: 1}


def test_silence_erases_nothing():
    write(TEARS)
    before = all_rows()
    assert verdicts(DramaRecord("demo", "1", "1 Litre of Tears")) == {Verdict.UNCHANGED: 1}
    assert all_rows() == before


def test_editors_additions_stay():
    write(TEARS)
    drama = Drama.objects.get()
    drama.genres.add(Genre.objects.create(name="Medical", slug="medical"))
    Credit.objects.create(
        drama=drama, person=Person.objects.first(), role="guest", character="Extra", order=9
    )
    DramaTag.objects.filter(tag__name="Illness").update(is_spoiler=True)
    before = all_rows()
    assert verdicts(TEARS) == {Verdict.UNCHANGED: 1}
    after = all_rows()
    # That her choice of genres stands is noted, once.
    assert after.pop("ExternalId") != before.pop("ExternalId")
    assert after == before
    after = all_rows()
    write(TEARS)
    assert all_rows() == after


def test_address_stays_when_the_title_changes():
    write(TEARS)
    write(replace(TEARS, title="Another"))
    assert list(Drama.objects.values_list("title", "slug")) == [("Another", "1-litre-of-tears")]


def test_date_of_figures_moves_with_a_figure_only():
    write(TEARS)
    later = datetime.date(2026, 1, 1)
    load([replace(TEARS, title="Another")], as_of=later)
    assert ListingFigures.objects.get().as_of == AS_OF
    load([replace(TEARS, figures=FiguresRecord("mydramalist", watchers=6000))], as_of=later)
    figures = ListingFigures.objects.get()
    assert (figures.watchers, figures.votes, figures.as_of) == (6000, 100, later)


def test_character_is_corrected_and_order_follows():
    write(TEARS)
    first, second = TEARS.credits
    write(replace(TEARS, credits=(second, replace(first, character="Aya Ikeuchi"))))
    assert list(Credit.objects.values_list("person__name", "character", "order")) == [
        ("Masanori Murakami", "", 0),
        ("Erika Sawajiri", "Aya Ikeuchi", 1),
    ]


def test_two_parts_of_one_person_stay_two():
    parts = tuple(CreditRecord(ERIKA, "main", name) for name in ("Aya", "Her double", "Aya"))
    write(replace(TEARS, credits=parts))
    write(replace(TEARS, credits=parts[1:]))
    assert sorted(Credit.objects.values_list("character", flat=True)) == ["Aya", "Her double"]


def test_people_told_apart_by_id_not_by_name():
    namesakes = tuple(CreditRecord(PersonRecord(n, "Kim Min Ji"), "main") for n in "123")
    write(plain(1, credits=namesakes), plain(2, credits=namesakes[:1]))
    assert list(Person.objects.order_by("slug").values_list("slug", flat=True)) == [
        "kim-min-ji",
        "kim-min-ji-2",
        "kim-min-ji-3",
    ]
    assert Credit.objects.filter(person__slug="kim-min-ji").count() == 2


def test_rows_that_disagree_about_a_person_do_not_undo_each_other():
    def row(number, **values):
        person = PersonRecord("5", **{"name": "Kim"} | values)
        return plain(number, credits=(CreditRecord(person, "main"),))

    records = [row(1), row(2, name="Kim Soo", native_name="김수"), row(3, native_name="金秀")]
    write(*records)
    assert list(Person.objects.values_list("name", "native_name")) == [("Kim", "김수")]
    assert verdicts(*records) == {Verdict.UNCHANGED: 3}


def told(*records):
    [outcome] = Load(as_of=AS_OF).outcomes(records)
    return [(d.field, d.ours, d.theirs, d.is_taken) for d in outcome.differences]


def test_outcome_tells_what_was_taken_and_what_stays():
    write(TEARS)
    Drama.objects.update(title="One Litre of Tears", runtime=None)
    Episode.objects.filter(number=2).delete()
    AlternativeTitle.objects.filter(language="").delete()
    Credit.objects.filter(role="main").update(character="Aya Ikeuchi")
    said = replace(TEARS, status="airing", genres=(*TEARS.genres, "Life"))
    assert told(said) == [
        ("title", "One Litre of Tears", "1 Litre of Tears", False),
        ("status", "ended", "airing", True),
        ("runtime", None, 46, False),
        ("genres", ["Drama", "Melodrama"], ["Drama", "Melodrama", "Life"], True),
        ("alternative_titles", None, "A Diary of Tears", False),
        ("credits", None, "Erika Sawajiri: Aya", False),
        ("seasons.1.episodes", None, "2 Second", False),
    ]
    report = write(said)
    assert (dict(report.counts), report.kept) == ({Verdict.UNCHANGED: 1}, 5)
    assert report.refused == []


def test_second_source_fills_what_is_empty_and_names_nobody_twice():
    write(replace(TEARS, synopsis="", source="demo"))
    drama = Drama.objects.get()
    ExternalId.objects.create(source="tmdb", value="1", drama=drama)
    write(replace(TEARS, source="tmdb", title="Ichi rittoru no namida", genres=("War",)))
    drama.refresh_from_db()
    assert (drama.title, drama.synopsis) == ("1 Litre of Tears", "It begins.")
    assert [g.name for g in drama.genres.all()] == ["Drama", "Melodrama"]
    assert drama.credits.count() == 2
    write(replace(TEARS, source="tmdb", synopsis="It began."))
    drama.refresh_from_db()
    assert drama.synopsis == "It began."


def test_order_of_the_cast_stays_when_an_editor_chose_it():
    write(TEARS)
    Credit.objects.filter(role="director").update(order=7)
    first, second = TEARS.credits
    third = CreditRecord(PersonRecord("63", "Ryo Nishikido"), "main")
    write(replace(TEARS, credits=(second, first, third)))
    write(replace(TEARS, credits=(third, first, second)))
    assert list(Credit.objects.values_list("person__name", "order")) == [
        ("Erika Sawajiri", 0),
        ("Ryo Nishikido", 2),
        ("Masanori Murakami", 7),
    ]


def test_relation_that_an_editor_removed_stays_removed():
    records = [plain(1, relations=(RelationRecord("2", "sequel"),)), plain(2)]
    assert write(*records).relations == 1
    Relation.objects.all().delete()
    assert write(*records).relations == 0
    assert not Relation.objects.exists()


def test_what_was_imported_before_claims_were_kept():
    write(TEARS)
    ExternalId.objects.update(claims=None)
    Drama.objects.update(title="One Litre of Tears")
    write(TEARS)
    assert Drama.objects.get().title == "One Litre of Tears"
    figures = replace(TEARS.figures, votes=101)
    write(replace(TEARS, status="airing", title="Another", figures=figures))
    drama = Drama.objects.get()
    assert (drama.title, drama.status) == ("One Litre of Tears", "airing")
    assert drama.figures.get().votes == 101


def test_same_titles_get_addresses_of_their_own():
    year = {"released": PartialDate.parse("2021")}
    titled = [plain(n, title="Love in Time", **(year if n > 1 else {})) for n in (1, 2, 3)]
    write(*titled)
    slugs = list(Drama.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs == ["love-in-time", "love-in-time-2021", "love-in-time-2"]


def test_former_address_is_not_given_away():
    write(plain(1, title="Old"))
    FormerSlug.objects.create(slug="new", drama=Drama.objects.get())
    write(plain(2, title="New"))
    assert Drama.objects.get(title="New").slug == "new-2"


def test_labels_match_whatever_the_case():
    Genre.objects.create(name="Sci-Fi", slug="sci-fi")
    write(plain(1, genres=("sci-fi", "SCI-FI"), networks=("tvN",)), plain(2, networks=("TVN",)))
    assert list(Genre.objects.values_list("name", flat=True)) == ["Sci-Fi"]
    assert list(Network.objects.values_list("name", flat=True)) == ["tvN"]
    assert Drama.genres.through.objects.count() == 1


def test_labels_that_collide_as_slugs():
    write(plain(1, tags=(TagRecord("C+"), TagRecord("C"))))
    assert sorted(Tag.objects.values_list("slug", flat=True)) == ["c", "c-2"]


def test_relations_wait_for_the_other_end():
    records = [plain(1, relations=(RelationRecord("2", "sequel"), RelationRecord("9", "remake")))]
    assert write(*records).relations == 0
    assert write(*records, plain(2)).relations == 1
    assert list(Relation.objects.values_list("drama__title", "other__title", "kind")) == [
        ("Drama 1", "Drama 2", "sequel")
    ]


def test_relation_to_itself_is_left_out():
    assert write(plain(1, relations=(RelationRecord("1", "sequel"),))).relations == 0


def test_same_id_again_is_refused():
    report = write(plain(1), plain(1, title="Other"), plain(2))
    assert [(o.record.title, o.reason) for o in report.refused] == [
        ("Other", "an earlier row has the same id")
    ]
    assert Drama.objects.count() == 2


@pytest.mark.parametrize(
    "fault",
    [
        {"released": PartialDate.parse("2005-02-02"), "ended": PartialDate.parse("2005-01-01")},
        {"episode_count": -1},
        {"episode_count": 10**30},
        {"synopsis": "\ud800"},
        {"figures": FiguresRecord("mydramalist", rating=Decimal(11))},
    ],
)
def test_row_that_the_database_refuses_leaves_the_rest(fault):
    records = [plain(1), plain(2, **fault), plain(3)]
    outcomes = list(Load(as_of=AS_OF).outcomes(records))
    assert [o.verdict for o in outcomes] == ["new", "refused", "new"]
    assert outcomes[1].reason.startswith("the database refuses it: ")
    assert [d.title for d in Drama.objects.all()] == ["Drama 1", "Drama 3"]
    assert ExternalId.objects.count() == 2


def test_draft_is_where_new_dramas_may_begin():
    write(plain(1))
    write(plain(1), plain(2), publication="draft")
    assert list(Drama.objects.order_by("pk").values_list("publication", flat=True)) == [
        "published",
        "draft",
    ]


def test_dry_run_tells_and_writes_nothing():
    write(plain(1), plain(2))
    before = all_rows()
    tears = [replace(TEARS, source_id=number) for number in "345"]
    records = [plain(1), plain(2, status="ended"), *tears, plain(1)]
    told = [o.verdict for o in Load(as_of=AS_OF, dry_run=True).outcomes(records)]
    assert told == ["unchanged", "changed", "new", "new", "new", "refused"]
    assert all_rows() == before
    assert told == [o.verdict for o in Load(as_of=AS_OF).outcomes(records)]


def test_outcomes_come_in_the_order_of_the_records():
    records = [plain(number) for number in range(450)]
    outcomes = Load(as_of=AS_OF).outcomes(iter(records))
    assert [outcome.record for outcome in outcomes] == records


@pytest.mark.shared
def test_real_rows_twice(shared):
    today = datetime.date(2025, 11, 1)
    with (shared / "data/dramas/mydramalist.jsonl").open() as file:
        records = [record_from(json.loads(next(file)), today) for _ in range(300)]
    assert verdicts(*records) == {Verdict.NEW: 300}
    before = all_rows()
    assert verdicts(*records) == {Verdict.UNCHANGED: 300}
    assert all_rows() == before


def test_demo_catalogue_twice():
    records = list(read_dramas(datetime.date(2026, 11, 23)))
    report = write(*records)
    assert report.refused == []
    before = all_rows()
    assert verdicts(*records) == {Verdict.UNCHANGED: len(records)}
    assert all_rows() == before
    slugs = set(Drama.objects.values_list("slug", flat=True))
    assert slugs == {record.source_id for record in records}
