import html
import re

import pytest

from catalog.search.index import catch_up
from tests.factories import AlternativeTitleFactory, CreditFactory, DramaFactory

pytestmark = pytest.mark.django_db


def text_of(response):
    main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_empty_search_says_what_may_be_looked_for(client):
    DramaFactory(title="Hero")
    page = client.get("/search/")
    assert "words of the story" in text_of(page)
    assert "Hero" in text_of(page)
    assert "noindex" not in page.content.decode()


def test_results_are_shown_with_the_reason(client):
    AlternativeTitleFactory(drama__title="Guardian", title="Goblin", language="en")
    page = client.get("/search/?q=goblin")
    assert "1 result Guardian Series also known as Goblin" in text_of(page)
    assert '<bdi lang="en">Goblin</bdi>' in page.content.decode()
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    assert 'value="goblin"' in page.content.decode()


def test_character_is_shown_with_drama_and_player(client):
    CreditFactory(
        person__name="Sawajiri Erika", drama__title="1 Litre of Tears", character="Ikeuchi Aya"
    )
    text = text_of(client.get("/search/?q=aya+ikeuchi"))
    assert "1 Litre of Tears Series with Ikeuchi Aya , played by Sawajiri Erika" in text
    assert "Sawajiri Erika Person plays Ikeuchi Aya in 1 Litre of Tears" in text


def test_story_is_quoted_with_the_words_marked(client):
    DramaFactory(title="Hero", synopsis="A prosecutor\nin down jackets.")
    page = client.get("/search/?q=jacket").content.decode()
    assert "in the synopsis:" in page
    assert "<mark>jackets</mark>" in page


def test_correction_is_offered_and_its_results_shown(client):
    DramaFactory(title="Hospital Playlist")
    page = client.get("/search/?q=hospitl+playlst")
    assert "Did you mean hospital playlist ?" in text_of(page)
    assert '<a href="/search/?q=hospital%20playlist">' in page.content.decode()


def test_nothing_found_says_what_to_do(client):
    page = client.get("/search/?q=%3Cscript%3E")
    assert page.status_code == 200
    assert "Nothing found for “ <script> ”" in text_of(page)
    assert "Look through all dramas" in text_of(page)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("typed", "most"), [("dram", 6), ("drema", 8)])
def test_search_takes_few_queries_at_any_length(
    client, django_assert_max_num_queries, count, typed, most
):
    DramaFactory.create_batch(count)
    catch_up()
    with django_assert_max_num_queries(most):
        assert 'class="result"' in client.get(f"/search/?q={typed}").content.decode()


def test_pages_keep_the_query(client):
    DramaFactory.create_batch(21, title="Love & Rain")
    page = client.get("/search/?q=love+%26&page=2").content.decode()
    assert page.count('class="result"') == 1
    assert 'href="?q=love+%26&amp;page=1" rel="prev"' in page


@pytest.mark.parametrize("page", ["0", "2", "x", "99999999999999999999", ""])
def test_page_beyond_the_results_is_not_found(client, page):
    DramaFactory(title="Love")
    assert client.get(f"/search/?q=love&page={page}").status_code == 404


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%ff%fe", "q=" + "x" * 9000, "q=a&q=b", "Q=a", "q=%22*", "q[]=x"]
)
@pytest.mark.parametrize("path", ["/search/", "/search/suggestions/"])
def test_odd_query_gets_an_answer(client, path, query):
    assert client.get(f"{path}?{query}").status_code == 200


def test_suggestions_name_what_is_found(client):
    CreditFactory(drama__title="Goblin", drama__slug="goblin", person__name="Gong Yoo",
                  person__slug="gong-yoo", drama__released_on="2016-12-02",
                  drama__released_precision="day")  # fmt: skip
    response = client.get("/search/suggestions/?q=go")
    typed, names, notes, addresses = response.json()
    assert typed == "go"
    assert dict(zip(names, notes, strict=True)) == {"Goblin": "2016", "Gong Yoo": "Person"}
    assert "http://testserver/dramas/goblin/" in addresses
    assert response["X-Robots-Tag"] == "noindex"


def test_browser_is_told_how_to_search(client):
    response = client.get("/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/search/?q={searchTerms}"' in response.content.decode()
    assert 'href="/opensearch.xml"' in client.get("/").content.decode()


@pytest.mark.parametrize("path", ["/", "/dramas/", "/people/", "/search/", "/nowhere/"])
def test_every_page_has_the_search_box(client, path):
    page = client.get(path).content.decode()
    assert page.count('<form class="search-box" role="search" action="/search/"') == 1


def test_search_changes_nothing_by_post(client):
    assert client.post("/search/").status_code == 405
