import pytest

from tests.factories import DramaFactory, GenreFactory, PageFactory, RedirectFactory

pytestmark = pytest.mark.django_db
POST = "/2019/05/our-harbour"


@pytest.fixture
def drama():
    drama = DramaFactory(slug="a-quiet-harbour")
    RedirectFactory(old=POST, drama=drama, address="")
    RedirectFactory(old="/?p=12", drama=drama, address="")
    return drama


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{POST}/", "/dramas/a-quiet-harbour/"),
        (POST, "/dramas/a-quiet-harbour/"),
        ("/2019/05/OUR-harbour/?utm_source=x", "/dramas/a-quiet-harbour/"),
        (f"{POST}/feed/", "/dramas/a-quiet-harbour/replies.atom"),
        (f"{POST}/comment-page-2/", "/dramas/a-quiet-harbour/"),
        ("/?p=12", "/dramas/a-quiet-harbour/"),
        ("/?p=12&preview=true", "/dramas/a-quiet-harbour/"),
    ],
)
def test_old_address_leads_to_the_drama(drama, client, old, new):
    response = client.get(old)
    assert (response.status_code, response.headers["Location"]) == (301, new)


@pytest.mark.parametrize("path", ["/nowhere/", "/2019/05/", "/a%00b", "/%ff", "/" + "x" * 3000])
def test_what_never_was_is_not_found(drama, client, path):
    assert client.get(path).status_code == 404


def test_two_slashes_are_never_read_as_a_host(client):
    RedirectFactory(old="//evil.example", address="/dramas/")
    response = client.get("/", PATH_INFO="//evil.example/")
    assert (response.status_code, response.headers["Location"]) == (301, "/dramas/")


def test_front_page_is_found_whatever_it_is_asked(drama, client):
    for query in ("p=13", "p=", "p=%00", "p=x&p=12x", "m=1"):
        assert client.get(f"/?{query}").status_code == 200


def test_what_is_there_is_never_redirected(client):
    DramaFactory(slug="here")
    RedirectFactory(old="/dramas/here")
    assert client.get("/dramas/here/").status_code == 200


def test_nothing_leads_to_a_draft(client):
    drama = DramaFactory(slug="secret", publication="draft")
    page = PageFactory(slug="hidden", publication="draft")
    RedirectFactory(old="/a", drama=drama, address="")
    RedirectFactory(old="/b", page=page, address="")
    assert [client.get(path).status_code for path in ("/a/", "/b/")] == [404, 404]


def test_what_leads_to_itself_is_not_there(client):
    RedirectFactory(old="/round", address="/round/")
    assert client.get("/round/").status_code == 404


def test_one_query_finds_it(drama, client, django_assert_num_queries):
    RedirectFactory(old="/x", genre=GenreFactory(), address="")
    for old in (f"{POST}/feed/", "/x/", "/nowhere/"):
        with django_assert_num_queries(1):
            client.get(old)


def test_only_reading_is_redirected(drama, client):
    assert client.post(f"{POST}/").status_code == 404
