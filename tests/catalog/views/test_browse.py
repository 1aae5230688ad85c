import datetime
from html.parser import HTMLParser

import pytest

from tests.factories import (
    CountryFactory,
    DramaFactory,
    DramaTagFactory,
    GenreFactory,
    ListingFiguresFactory,
    NetworkFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db


def make(title="Found", **given):
    drama = DramaFactory(
        title=title,
        kind="series",
        status="ended",
        released_on=datetime.date(2005, 10, 11),
        released_precision="day",
        content_rating="G - All Ages",
        runtime=45,
        episode_count=11,
        genres=[GenreFactory(), GenreFactory()],
        networks=[NetworkFactory()],
        countries=[CountryFactory()],
        **given,
    )
    DramaTagFactory(drama=drama)
    ListingFiguresFactory(drama=drama)
    return drama


class Form(HTMLParser):
    """The pairs that a browser sends when nobody touches the form."""

    def __init__(self, html):
        super().__init__()
        self.pairs = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        is_sent = values.get("type") not in ("radio", "checkbox") or "checked" in values
        if tag == "input" and is_sent:
            self.pairs.append((values["name"], values.get("value", "")))


def pages(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_at_any_length(client, django_assert_num_queries, count):
    client.get("/dramas/")
    for _ in range(count):
        make()
    with django_assert_num_queries(6):
        client.get("/dramas/?kind=series&sort=rating")
    with django_assert_num_queries(4):
        client.get("/dramas/")


@pytest.mark.parametrize("page", ["0", "2", "x", "99999999999999999999", "1.5", "9" * 5000])
def test_page_beyond_the_list_is_not_found(client, page):
    DramaFactory()
    assert client.get(f"/dramas/?page={page}").status_code == 404


def test_choice_is_found_and_said(client):
    found = make()
    DramaFactory(kind="film")
    response = client.get("/dramas/?country=japan&years=2000-2009&kind=series")
    assert list(response.context["page"]) == [found]
    html = response.content.decode()
    assert "<bdi>1 series from Japan, 2000 to 2009</bdi>" in html
    assert "<title>Series from Japan, 2000 to 2009 – Dramasite</title>" in html


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("kind=series&country=japan", "?country=japan&kind=series"),
        ("Country=JAPAN", "?country=japan"),
        ("kind=&country=japan&from=&to=&sort=popular", "?country=japan"),
        ("from=2009&to=2000", "?years=2000-2009"),
        ("country=ja%00pan", ""),
        ("page=1", ""),
        ("genre=a&genre=a", "?genre=a"),
    ],
)
def test_other_spellings_lead_to_the_one_address(client, query, address):
    make()
    response = client.get(f"/dramas/?{query}")
    assert (response.status_code, response.url) == (301, f"/dramas/{address}")


@pytest.mark.parametrize(
    ("query", "canonical", "robots"),
    [
        ("", "", False),
        ("?utm_source=elsewhere", "", False),
        ("?country=japan&x=1", "?country=japan", False),
        ("?country=japan&kind=series", "?country=japan&amp;kind=series", True),
        ("?sort=title", "?sort=title", True),
        ("?kind=film", "?kind=film", True),
    ],
)
def test_each_choice_has_one_page_for_search_engines(client, query, canonical, robots):
    make()
    html = pages(client, f"/dramas/{query}")
    assert f'<link rel="canonical" href="http://testserver/dramas/{canonical}">' in html
    assert ('<meta name="robots" content="noindex, follow">' in html) == robots


def test_further_pages_keep_the_choice(client):
    genre = GenreFactory(slug="war")
    DramaFactory.create_batch(121, genres=[genre])
    html = pages(client, "/dramas/?genre=war&sort=title&page=2")
    assert 'href="/dramas/?genre=war&amp;sort=title" rel="prev"' in html
    assert 'href="?genre=war&amp;sort=title&amp;page=3" rel="next"' in html
    assert 'href="http://testserver/dramas/?genre=war&amp;sort=title&amp;page=2"' in html


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?genre=genre-a&genre=genre-b&country=japan&years=2000-2009&status=ended&kind=series"
        "&episodes=9-12&runtime=35-49&rating=g-all-ages&network=net&tag=tag-a&sort=rating",
        "?years=2003-2007",
        "?years=2003-",
        "?years=-2007",
        "?years=1950-1959",
        "?genre=gone&country=gone&rating=gone&network=gone&tag=gone",
    ],
)
def test_form_sends_again_what_is_chosen(client, query):
    drama = make()
    drama.genres.set([GenreFactory(slug="genre-a"), GenreFactory(slug="genre-b")])
    drama.networks.set([NetworkFactory(slug="net")])
    DramaTagFactory(drama=drama, tag=TagFactory(slug="tag-a"))
    form = Form(pages(client, f"/dramas/{query}"))
    response = client.get("/dramas/", query_params=form.pairs)
    assert (response.status_code, response.url) == (301, f"/dramas/{query}")


def test_nothing_found_says_what_to_take_back(client):
    make()
    html = pages(client, "/dramas/?country=japan&kind=film")
    assert "No films from Japan" in html
    assert 'href="/dramas/?country=japan" data-in-place>Without “Films”: 1 drama</a>' in html
    assert "Without “Japan”" not in html


def test_empty_catalogue_leads_to_the_front_page(client):
    html = pages(client, "/dramas/")
    assert "There is nothing here yet." in html
    assert "browse-form" not in html


@pytest.mark.parametrize("publication", ["draft", "scheduled"])
def test_what_is_not_published_is_neither_listed_nor_counted(client, publication):
    make()
    make(
        "Hidden",
        publication=publication,
        publish_at=datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC),
    )
    html = pages(client, "/dramas/?country=japan")
    assert "1 drama from Japan" in html
    assert "Hidden" not in html


def test_tag_that_gives_a_drama_away_is_not_offered(client):
    DramaTagFactory(tag=TagFactory(name="Everyone dies"), is_spoiler=True)
    assert "Everyone dies" not in pages(client, "/dramas/")


@pytest.mark.parametrize(
    "query",
    [
        "genre=%00",
        "genre=%FF%FE",
        "genre=" + "x" * 5000,
        "&".join(f"tag=t{n}" for n in range(400)),
        "from=99999999999999999999&to=-1",
        "years=%E2%82%82%E2%82%80%E2%82%80%E2%82%85",
        "sort=%3Cscript%3E&kind[]=film&=&&;",
        "%67enre=war&genre",
    ],
)
def test_anything_a_visitor_sends_gets_a_page(client, query):
    make()
    assert client.get(f"/dramas/?{query}", follow=True).status_code == 200


def test_list_sets_no_cookie_and_varies_by_none(client):
    response = client.get("/dramas/")
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")
