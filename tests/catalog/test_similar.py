import pytest

from catalog.models import Country, Credit, Drama, DramaTag, Genre, Person, Publication, Role, Tag
from catalog.similar import similar_to

pytestmark = pytest.mark.django_db


def country(code):
    return Country.objects.get_or_create(code=code, defaults={"slug": code.lower()})[0]


def label(model, name):
    return model.objects.get_or_create(name=name, defaults={"slug": name.lower()})[0]


def drama(title, *, people=(), genres=(), tags=(), countries=("JP",), role=Role.MAIN, **fields):
    fields = {"slug": title.lower(), "publication": Publication.PUBLISHED, **fields}
    row = Drama.objects.create(title=title, **fields)
    row.countries.set(country(code) for code in countries)
    row.genres.set(label(Genre, name) for name in genres)
    row.tags.set(label(Tag, name) for name in tags)
    for name in people:
        person, _ = Person.objects.get_or_create(name=name, defaults={"slug": name.lower()})
        Credit.objects.create(drama=row, person=person, role=role)
    return row


def told(row, **options):
    return [(similar.drama.title, similar.reason) for similar in similar_to(row, **options)]


def test_shared_players_come_before_shared_genres():
    tears = drama("Tears", people=["A", "B"], genres=["Medical"])
    drama("One", people=["A"])
    drama("Both", people=["A", "B"])
    drama("Doctors", genres=["Medical"])
    assert told(tears) == [
        ("Both", "also with B and A"),
        ("One", "also with A"),
        ("Doctors", "also a medical drama from Japan"),
    ]


def test_rarer_genre_weighs_more_and_is_the_reason():
    tears = drama("Tears", genres=["Drama", "Medical"])
    for number in range(3):
        drama(f"Plain {number}", slug=f"plain-{number}", genres=["Drama"])
    drama("Doctors", genres=["Drama", "Medical"])
    drama("Nurses", genres=["Medical"])
    assert told(tears, limit=3) == [
        ("Doctors", "also a medical drama from Japan"),
        ("Nurses", "also a medical drama from Japan"),
        ("Plain 0", "also a drama from Japan"),
    ]


def test_shared_tags_decide_between_equals():
    tears = drama("Tears", genres=["Romance"], tags=["Illness"])
    drama("Plain", genres=["Romance"])
    drama("Tagged", genres=["Romance"], tags=["Illness"])
    drama("Elsewhere", genres=["Romance"], tags=["Illness"], countries=["KR"])
    reason = "also a romance from Japan"
    assert told(tears) == [("Tagged", reason), ("Plain", reason)]


def test_tag_that_gives_the_story_away_counts_nothing():
    tears = drama("Tears", genres=["Romance"], tags=["Death"])
    DramaTag.objects.update(is_spoiler=True)
    drama("First", genres=["Romance"])
    drama("Second", genres=["Romance"], tags=["Death"])
    assert [title for title, _reason in told(tears)] == ["First", "Second"]


def test_country_in_common_is_named_once():
    tears = drama("Tears", genres=["Romance"], countries=["JP", "KR"])
    drama("Seoul", genres=["Romance"], countries=["KR"])
    drama("Both", genres=["Romance"], countries=["JP", "KR", "CN"])
    assert sorted(told(tears)) == [
        ("Both", "also a romance from Japan"),
        ("Seoul", "also a romance from South Korea"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"publication": Publication.DRAFT},
        {"role": Role.GUEST},
        {"role": Role.DIRECTOR},
        {"people": ["B"]},
    ],
)
def test_drama_that_does_not_belong_is_left_out(fields):
    tears = drama("Tears", people=["A"])
    drama("Other", **{"people": ["A"], **fields})
    assert told(tears) == []


def test_excluded_dramas_are_left_out():
    tears = drama("Tears", people=["A"])
    sequel = drama("Sequel", people=["A"])
    drama("Other", people=["A"])
    assert told(tears, exclude={sequel.pk}) == [("Other", "also with A")]


def test_player_of_two_characters_is_named_once():
    tears = drama("Tears", people=["A"])
    other = drama("Other", people=["A"])
    person = Person.objects.get()
    Credit.objects.create(drama=other, person=person, role=Role.MAIN, character="Twin")
    Credit.objects.create(drama=tears, person=person, role=Role.SUPPORT, character="Twin")
    assert told(tears) == [("Other", "also with A")]


def test_equals_are_told_in_the_order_of_their_ids():
    tears = drama("Tears", people=["A"])
    titles = ["Z", "Y", "X"]
    for title in titles:
        drama(title, people=["A"])
    assert [told(tears), told(tears)] == [[(title, "also with A") for title in titles]] * 2


@pytest.mark.parametrize(("count", "queries"), [(0, 1), (1, 2), (3, 2), (30, 2)])
def test_queries_are_the_same_whatever_the_size(count, queries, django_assert_num_queries):
    tears = drama("Tears", people=["A", "B"], genres=["Romance"], tags=["Illness"])
    for number in range(count):
        drama(f"Drama {number}", slug=f"d-{number}", people=["A"], genres=["Romance"])
    with django_assert_num_queries(queries):
        rows = similar_to(tears)
        assert [row.drama.poster for row in rows] == [None] * min(count, 8)
