"""What is found, whatever the engine."""

import datetime

import pytest
from django.utils import timezone

from catalog.models import Drama, Person
from catalog.search import find
from catalog.search.index import catch_up
from catalog.search.query import Query
from tests.factories import (
    AlternativeTitleFactory,
    CountryFactory,
    CreditFactory,
    DramaFactory,
    GenreFactory,
    ListingFiguresFactory,
    PersonFactory,
    PersonNameFactory,
)

pytestmark = pytest.mark.django_db

NOUNS = {"d": Drama, "p": Person}


def search(typed):
    catch_up()
    return find(Query.parse(typed))


def found(typed):
    return [str(NOUNS[hit.kind].objects.get(pk=hit.object_id)) for hit in search(typed).hits]


@pytest.fixture
def catalogue():
    guardian = DramaFactory(
        title="Guardian: The Lonely and Great God",
        native_title="쓸쓸하고 찬란하神 - 도깨비",
        original_language="ko",
        released_on=datetime.date(2016, 12, 2),
        released_precision="day",
        synopsis="A grim reaper shares a house with a goblin who looks for his bride.",
    )
    AlternativeTitleFactory(drama=guardian, title="Goblin")
    ListingFiguresFactory(drama=guardian, watchers=200_000)
    CreditFactory(
        drama=guardian, person=PersonFactory(name="Gong Yoo"), character="Kim Shin", role="main"
    )
    hanzawa = DramaFactory(
        title="Hanzawa Naoki",
        native_title="半沢直樹",
        original_language="ja",
        synopsis="A banker pays his enemies back twofold.",
        released_on=datetime.date(2013, 7, 7),
        released_precision="day",
    )
    ListingFiguresFactory(drama=hanzawa, watchers=9_000)
    ooku = DramaFactory(title="Ôoku", native_title="大奥", original_language="ja")
    CreditFactory(drama=ooku, person=PersonFactory(name="Nishijima Hidetoshi"), character="Ietsuna")
    DramaFactory(title="Kiss Goblin")
    DramaFactory(title="Start-Up", native_title="스타트업", original_language="ko")
    DramaFactory(title="Nodame", native_title="のだめカンタービレ", original_language="ja")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Guardian: The Lonely and Great God", "Guardian: The Lonely and Great God"),
        ("goblin", "Guardian: The Lonely and Great God"),
        ("goblin 2016", "Guardian: The Lonely and Great God"),
        ("도깨비", "Guardian: The Lonely and Great God"),
        ("찬란하神", "Guardian: The Lonely and Great God"),
        ("kim shin", "Guardian: The Lonely and Great God"),
        ("Shin Kim", "Guardian: The Lonely and Great God"),
        ("reaper's bride", "Guardian: The Lonely and Great God"),
        ("golbin", "Guardian: The Lonely and Great God"),
        ("gardian lonly", "Guardian: The Lonely and Great God"),
        ("gong yoo", "Gong Yoo"),
        ("Yoo Gong", "Gong Yoo"),
        ("gongyoo", "Gong Yoo"),
        ("gong yu", "Gong Yoo"),
        ("半沢", "Hanzawa Naoki"),
        ("半", "Hanzawa Naoki"),
        ("半澤直樹", "Hanzawa Naoki"),
        ("半泽", "Hanzawa Naoki"),
        ("ﾊﾝｻﾞﾜ", "Hanzawa Naoki"),
        ("hansawa", "Hanzawa Naoki"),
        ("banker enemies", "Hanzawa Naoki"),
        ("bankers enemy", "Hanzawa Naoki"),
        ("oku", "Ôoku"),
        ("ooku", "Ôoku"),
        ("Ohoku", "Ôoku"),
        ("hidetoshi nishijima", "Nishijima Hidetoshi"),
        ("startup", "Start-Up"),
        ("start up", "Start-Up"),
        ("스타트업", "Start-Up"),
        ("ノダメ", "Nodame"),
        ("ｶﾝﾀｰﾋﾞﾚ", "Nodame"),
        ("nodame kantabire", "Nodame"),
        ("2013", "Hanzawa Naoki"),
    ],
)
def test_first_is_what_was_meant(catalogue, typed, first):
    assert found(typed)[0] == first


def test_exact_title_goes_before_a_better_known_one():
    DramaFactory(title="Love")
    ListingFiguresFactory(drama=DramaFactory(title="Love Rain"), watchers=100_000)
    assert found("love") == ["Love", "Love Rain"]


def test_better_known_goes_first_among_equals():
    ListingFiguresFactory(drama=DramaFactory(title="My Girl", slug="little"), watchers=10)
    ListingFiguresFactory(drama=DramaFactory(title="My Girl", slug="much"), watchers=90_000)
    hits = search("my girl").hits
    assert [Drama.objects.get(pk=hit.object_id).slug for hit in hits] == ["much", "little"]


def test_country_and_genre_are_known():
    DramaFactory(title="Rain", genres=[GenreFactory(name="Romance")], countries=[CountryFactory()])
    assert found("romance japan") == ["Rain"]


def test_person_is_found_by_another_name():
    person = CreditFactory(person__name="Matsu Takako", drama__title="Hero").person
    PersonNameFactory(person=person, name="Fujima Takako")
    assert found("fujima") == ["Matsu Takako"]


def test_character_leads_to_the_drama_and_to_who_plays_it():
    CreditFactory(person__name="Gong Yoo", drama__title="Goblin", character="Kim Shin")
    hits = search("kim shin").hits
    assert [(hit.kind, hit.by, hit.name) for hit in hits] == [
        ("d", "character", "Kim Shin"),
        ("p", "character", "Kim Shin"),
    ]


def test_correction_is_told():
    DramaFactory(title="Extraordinary Attorney Woo")
    finding = search("extrordinary atorney woo")
    assert finding.meant == "extraordinary attorney woo"
    assert len(finding.hits) == 1


def test_right_spelling_is_not_corrected():
    DramaFactory(title="Extraordinary Attorney Woo")
    assert search("extraordinary").meant == ""


def test_draft_is_never_found():
    CreditFactory(
        drama__title="Secret plan",
        drama__native_title="秘密",
        drama__synopsis="Hidden things",
        drama__publication="draft",
        person__name="Nobody Yet",
        character="Mister Unknown",
    )
    for typed in ("secret", "秘", "hidden", "nobody", "unknown", "secrt plan", "s"):
        assert found(typed) == []


def test_scheduled_drama_is_found_from_its_time_on(time_machine):
    at = timezone.now() + datetime.timedelta(days=1)
    CreditFactory(
        drama__title="Tomorrow",
        drama__publication="scheduled",
        drama__publish_at=at,
        person__name="Someone New",
    )
    assert found("tomorrow") == found("someone new") == []
    time_machine.move_to(at + datetime.timedelta(minutes=1))
    assert found("tomorrow") == ["Tomorrow"]
    assert found("someone new") == ["Someone New", "Tomorrow"]


@pytest.mark.parametrize(
    "typed",
    ["", "★", "\x00", '"', "'", "a OR b", "NEAR(a b)", "*", "a* AND", "-", "\\", "%", "_y2016",
     "x' | 'y", "& | !", ":*", "𝕏" * 300, "\ud7ff\U0010ffff", "(" * 100, "ａ̈́" * 99],
)  # fmt: skip
def test_odd_query_finds_nothing_and_breaks_nothing(typed):
    DramaFactory(title="Quiet")
    assert found(typed) == []


def test_no_more_than_the_best_known_are_counted():
    DramaFactory.create_batch(125)
    finding = search("drama")
    assert (len(finding.hits), finding.is_cut) == (120, True)
