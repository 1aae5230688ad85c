import pytest

from catalog.models import Country, Credit, Drama, DramaTag, Genre, Person, Publication, Role, Tag
from catalog.reasons import reason
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
    found = similar_to(row, **options)
    others = Drama.objects.in_bulk(found)
    return [(others[pk].title, reason(common, others[pk].kind)) for pk, common in found.items()]


def test_shared_players_come_before_shared_genres():
    tears = drama("Tears", people=["A", "B"], genres=["Medical"])
    drama("One", people=["A"])
    drama("Both", people=["A", "B"])
    drama("Doctors", genres=["Medical"])
    assert told(tears) == [
        ("Both", "also with A and B"),
        ("One", "also with A"),
        ("Doctors", "also a medical drama from Japan"),
    ]


def test_players_are_named_in_the_order_of_the_cast():
    tears = drama("Tears", people=["Lead", "Second"])
    drama("Earlier", people=["Second", "Lead"])
    assert told(tears) == [("Earlier", "also with Lead and Second")]


@pytest.mark.parametrize(
    ("role", "reason"),
    [(Role.DIRECTOR, "also directed by A"), (Role.SCREENWRITER, "also written by A")],
)
def test_those_who_made_both_are_a_reason(role, reason):
    tears = drama("Tears", people=["A"], role=role)
    drama("Other", people=["A"], role=role)
    drama("Player", people=["A"])
    assert told(tears) == [("Other", reason)]


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
    assert told(tears) == [
        ("Tagged", "also a romance from Japan about illness"),
        ("Plain", "also a romance from Japan"),
        ("Elsewhere", "also a romance about illness"),
    ]


@pytest.mark.parametrize(
    ("tag", "reason"),
    [("Time Travel", "also about time travel"), ("Web Series", "also tagged “Web Series”")],
)
def test_tags_alone_are_a_reason(tag, reason):
    tears = drama("Tears", tags=[tag])
    drama("Other", tags=[tag], countries=["KR"])
    assert told(tears) == [("Other", reason)]


def test_rarer_theme_is_the_one_told():
    tears = drama("Tears", genres=["Romance"], tags=["Friendship", "Amnesia"])
    drama("Friends", genres=["Action"], tags=["Friendship"])
    drama("Both", genres=["Romance"], tags=["Friendship", "Amnesia"])
    assert told(tears, limit=1) == [("Both", "also a romance from Japan about amnesia")]


def test_nearer_year_and_more_readers_decide_between_equals():
    year = {"released_precision": "day"}
    tears = drama("Tears", genres=["Romance"], released_on="2005-10-11", **year)
    drama("Far", genres=["Romance"], released_on="2020-10-11", **year)
    drama("Unknown", genres=["Romance"])
    drama("Near", genres=["Romance"], released_on="2006-10-11", **year)
    assert [title for title, _reason in told(tears)] == ["Near", "Far", "Unknown"]


def test_tag_that_gives_the_story_away_counts_nothing():
    tears = drama("Tears", genres=["Romance"], tags=["Death"])
    DramaTag.objects.update(is_spoiler=True)
    drama("First", genres=["Romance"])
    drama("Second", genres=["Romance"], tags=["Death"])
    reason = "also a romance from Japan"
    assert told(tears) == [("First", reason), ("Second", reason)]


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
        {"role": Role.PRODUCER},
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


@pytest.mark.parametrize(("count", "queries"), [(0, 2), (1, 2), (3, 2), (30, 2)])
def test_queries_are_the_same_whatever_the_size(count, queries, django_assert_num_queries):
    tears = drama("Tears", people=["A", "B"], genres=["Romance"], tags=["Illness"])
    for number in range(count):
        drama(f"Drama {number}", slug=f"d-{number}", people=["A"], genres=["Romance"])
    # The index is read once for all dramas, and again where another test's log was taken back.
    for _ in range(2):
        similar_to(tears)
    with django_assert_num_queries(queries):
        assert len(similar_to(tears)) == min(count, 8)
