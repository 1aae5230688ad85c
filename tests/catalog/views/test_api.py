import datetime
import json
from decimal import Decimal

import jsonschema
import pytest

from catalog.models import Drama
from tests import factories

pytestmark = pytest.mark.django_db
LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
CATALOGUE = [
    ("One", "japan", "JP", "medical", 2005, "ended", "series"),
    ("Two", "japan", "JP", "romance", 2006, "ended", "film"),
    ("Three", "south-korea", "KR", "medical", 2006, "airing", "series"),
]


@pytest.fixture
def catalogue():
    genres = {slug: factories.GenreFactory(slug=slug) for slug in ("medical", "romance")}
    for title, country, code, genre, year, status, kind in CATALOGUE:
        factories.DramaFactory(
            title=title,
            slug=title.lower(),
            countries=[factories.CountryFactory(code=code, slug=country)],
            genres=[genres[genre]],
            released_on=datetime.date(year, 10, 11),
            released_precision="year",
            status=status,
            kind=kind,
        )


@pytest.fixture
def full():
    """A drama with something of everything, and things that are not to be told."""
    drama = factories.DramaFactory(
        title="Tears",
        slug="tears",
        poster=factories.PictureFactory(alt="A girl", size=(2000, 3000)),
        genres=[factories.GenreFactory(name="Medical")],
        networks=[factories.NetworkFactory(name="Fuji TV")],
        countries=[factories.CountryFactory()],
        synopsis="She falls. She rises.",
    )
    factories.DramaTagFactory(drama=drama, tag__name="Illness")
    factories.DramaTagFactory(drama=drama, tag__name="SecretDeath", is_spoiler=True)
    factories.AlternativeTitleFactory(drama=drama, title="Namida")
    factories.CreditFactory(drama=drama, person__slug="hana", person__name="Hana")
    factories.CreditFactory(drama=drama, role="director")
    factories.EpisodeFactory(season__drama=drama, air_date=datetime.date(2005, 10, 11))
    factories.GalleryImageFactory(drama=drama)
    factories.GalleryImageFactory(drama=drama, picture__alt="")
    factories.ListingFiguresFactory(drama=drama, rating=Decimal("8.7"))
    factories.LinkFactory(drama=drama)
    factories.RelationFactory(drama=drama, other__slug="sequel")
    hidden = {"title": "SecretDraft", "slug": "secret-draft", "publication": "draft"}
    factories.RelationFactory(drama=drama, other=factories.DramaFactory(**hidden), kind="remake")
    return drama


def titles(client, query=""):
    return [drama["title"] for drama in client.get(f"/api/dramas/?{query}").json()["results"]]


def faults(client, shape, response):
    """What the API's own description finds wrong with an answer."""
    described = client.get("/api/openapi.json").json()
    schema = {"$ref": f"#/components/schemas/{shape}", "components": described["components"]}
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(response.json())]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["One", "Two", "Three"]),
        ("country=japan", ["One", "Two"]),
        ("genre=medical", ["One", "Three"]),
        ("genre=medical&genre=romance", []),
        ("year=2006", ["Two", "Three"]),
        ("year=2000-2005", ["One"]),
        ("status=airing", ["Three"]),
        ("kind=film", ["Two"]),
        ("country=nowhere", []),
        ("country=japan&kind=series&unknown=1", ["One"]),
    ],
)
def test_dramas_are_found_by_what_they_are(client, catalogue, query, found):
    assert titles(client, query) == found


def test_pages_lead_from_one_to_the_next(client, catalogue):
    address, found = "/api/dramas/?limit=2&year=2000-2010", []
    while address:
        page = client.get(address).json()
        assert page["count"] == 3
        found.append([drama["title"] for drama in page["results"]])
        address = page["next"]
    assert found == [["One", "Two"], ["Three"]]


def test_what_comes_between_pages_comes_once(client, catalogue):
    following = client.get("/api/dramas/?limit=2").json()["next"]
    Drama.objects.get(slug="one").delete()
    factories.DramaFactory(title="Four")
    assert [d["title"] for d in client.get(following).json()["results"]] == ["Three", "Four"]


@pytest.mark.parametrize("publication", ["draft", "scheduled"])
def test_what_is_not_published_is_not_there(client, publication):
    drama = factories.DramaFactory(slug="secret", publication=publication, publish_at=LATER)
    factories.CreditFactory(drama=drama, person__slug="hana")
    assert client.get("/api/dramas/").json()["results"] == []
    statuses = [
        client.get(f"/api/{path}/").status_code for path in ("dramas/secret", "people/hana")
    ]
    assert statuses == [404, 404]


def test_drama_in_full_says_what_its_page_says(client, full):
    response = client.get("/api/dramas/tears/")
    said = response.json()
    assert faults(client, "Drama", response) == []
    assert [tag["name"] for tag in said["tags"]] == ["Illness"]
    assert [(c["person"]["name"], c["role"]) for c in said["cast"]] == [("Hana", "main")]
    assert [c["role"] for c in said["crew"]] == ["director"]
    assert [r["drama"]["slug"] for r in said["related"]] == ["sequel"]
    assert len(said["gallery"]) == 1
    assert said["figures"][0]["rating"] == 8.7
    assert said["seasons"][0]["episodes"][0]["air_date"] == "2005-10-11"
    assert said["poster"] == {
        "url": f"http://testserver/media/pictures/{full.poster.token}/960.jpg",
        "width": 960,
        "height": 1440,
        "alt": "A girl",
        "credit": "",
    }
    assert said["about"][0].startswith("“Tears”") or "Tears" in said["about"][0]
    assert "Secret" not in response.content.decode()


def test_addresses_in_answers_lead_to_something(client, full):
    said = client.get("/api/dramas/tears/").json()
    nouns = [said, *said["genres"], *said["networks"], *said["countries"], *said["tags"]]
    addresses = [each["url"] for each in nouns] + [said["backdrop"]["url"], said["api_url"]]
    addresses += [said["cast"][0]["person"]["url"], said["cast"][0]["person"]["api_url"]]
    assert {client.get(address).status_code for address in addresses} == {200}


def test_person_has_the_credits_that_the_page_has(client, full):
    factories.CreditFactory(person__slug="x", drama__slug="other")
    hidden = factories.DramaFactory(publication="draft")
    hana = full.credits.get(person__slug="hana").person
    factories.CreditFactory(person=hana, drama=hidden)
    response = client.get("/api/people/hana/")
    assert faults(client, "Person", response) == []
    assert [credit["drama"]["slug"] for credit in response.json()["credits"]] == ["tears"]


def test_many_credits_come_in_pages(client, monkeypatch):
    monkeypatch.setattr("catalog.api.people.CREDITS", 2)
    person = factories.PersonFactory(slug="hana")
    factories.CreditFactory.create_batch(5, person=person)
    address, found = "/api/people/hana/", []
    while address:
        page = client.get(address).json()
        found.append(len(page["credits"]))
        address = page["next"]
    assert found == [2, 2, 1]
    beyond = client.get("/api/people/hana/?cursor=OTk5OTk5OTk5OTk5OTk5OTk5")
    assert beyond.json()["credits"] == []


def test_former_address_leads_to_the_new_one(client, full):
    factories.FormerSlugFactory(drama=full, slug="once")
    response = client.get("/api/dramas/once/")
    assert (response.status_code, response["Location"]) == (301, "/api/dramas/tears/")
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/dramas/?cursor=x", 400),
        ("/api/dramas/?year=x%00", 400),
        ("/api/search/", 400),
        ("/api/search/?q=+", 400),
        ("/api/search/?q=a&cursor=x", 400),
        ("/api/dramas/nothing/", 404),
        ("/api/people/nobody/", 404),
        ("/api/nothing/", 404),
        ("/api/nothing", 404),
        ("/api/%00", 404),
        ("/api/dramas/a%0Ab/", 404),
        ("/api/dramas/a/b/", 404),
    ],
)
def test_errors_are_json_too(client, address, status):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (status, "application/json")
    assert response.json()["status"] == status
    assert response["Access-Control-Allow-Origin"] == "*"
    assert faults(client, "Error", response) == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_api_is_only_read(client, method):
    response = client.generic(method, "/api/dramas/")
    assert (response.status_code, response.json()["status"]) == (405, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_scripts_of_any_site_may_ask(client):
    response = client.options("/api/dramas/")
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", ["/api/dramas/", "/api/dramas/one/", "/api/openapi.json"])
def test_answer_that_has_not_changed_is_not_sent_again(client, catalogue, address):
    first = client.get(address)
    assert first["ETag"].startswith('"')
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    Drama.objects.filter(slug="one").update(title="Changed")
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == (304 if "openapi" in address else 200)


@pytest.mark.parametrize(
    ("address", "to"), [("/api/dramas?kind=film", "/api/dramas/?kind=film"), ("/api", "/api/")]
)
def test_address_without_a_slash_leads_to_the_one_with_it(client, address, to):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, to)


@pytest.mark.parametrize(("address", "queries"), [("/api/dramas/", 4), ("/api/people/hana/", 4)])
@pytest.mark.parametrize("rows", [1, 3])
def test_answer_takes_as_many_queries_for_many(
    client, address, queries, rows, django_assert_num_queries
):
    person = factories.PersonFactory(slug="hana")
    for _ in range(rows):
        drama = factories.DramaFactory(
            genres=[factories.GenreFactory()], countries=[factories.CountryFactory()]
        )
        factories.CreditFactory(person=person, drama=drama)
    # The first answers catch up with what was rolled back after another test.
    client.get(address)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("rows", [1, 3])
def test_drama_in_full_takes_as_many_queries_for_much(
    client, full, rows, django_assert_num_queries
):
    for _ in range(rows):
        factories.CreditFactory(drama=full)
        factories.EpisodeFactory(season__drama=full)
        factories.GalleryImageFactory(drama=full)
        factories.RelationFactory(drama=full)
    with django_assert_num_queries(7):
        client.get("/api/dramas/tears/")


def test_guide_names_every_address(client):
    page = client.get("/api/").content.decode()
    described = json.loads(client.get("/api/openapi.json").content)
    for path in described["paths"]:
        assert f"GET http://testserver{path}" in page


@pytest.fixture
def found(client, full):
    factories.DramaFactory(title="Secret tears", publication="draft")
    factories.DramaFactory.create_batch(2, title="Tears again")
    return lambda query: client.get(f"/api/search/?{query}")


def test_search_finds_what_the_page_finds(client, found):
    response = found("q=tears")
    assert faults(client, "Hits", response) == []
    titles = [hit["drama"]["title"] for hit in response.json()["results"]]
    assert titles == ["Tears", "Tears again", "Tears again"]
    person = found("q=hana").json()["results"][0]
    assert (person["drama"], person["person"]["slug"]) == (None, "hana")


def test_hits_come_in_pages(client, found):
    first = found("q=tears&limit=2").json()
    assert (first["count"], len(first["results"])) == (3, 2)
    second = client.get(first["next"]).json()
    assert (len(second["results"]), second["next"]) == (1, None)
    assert found("q=tears&cursor=OTk5OTk5OTk5OTk5OTk5OTk5").json()["results"] == []


@pytest.mark.parametrize("text", ["%00", "%F0%9F%8C%B8", "%FF", "(" * 50, "a" * 3000, "%22%27%5C"])
def test_search_for_anything_is_answered(found, text):
    assert found(f"q={text}").status_code == 200
