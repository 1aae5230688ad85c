import pytest

from catalog.models.drama import BUCKET
from tests import factories
from tests.schemas import xml_faults

pytestmark = pytest.mark.django_db
FILES = ["pages", "dramas", "people", "labels"]


@pytest.fixture
def catalogue():
    drama = factories.DramaFactory(genres=[factories.GenreFactory()])
    factories.CreditFactory(drama=drama)
    factories.GalleryImageFactory(drama=drama)
    return drama


def test_index_lists_files_that_are_there(client, catalogue):
    index = client.get("/sitemap.xml").content
    assert xml_faults("sitemap", index) == []
    for name in FILES:
        address = f"/sitemaps/{name}-1.xml"
        assert f"<loc>http://testserver{address}</loc>" in index.decode()
        response = client.get(address)
        assert xml_faults("sitemap", response.content) == []
        assert response["Content-Type"] == "application/xml; charset=utf-8"


def test_index_of_an_empty_site_is_valid(client):
    assert xml_faults("sitemap", client.get("/sitemap.xml").content) == []


def test_files_name_the_site_once_that_is_known(client, catalogue, settings):
    settings.SITE_URL = "https://dramas.example"
    settings.MEDIA_URL = "https://media.example/"
    text = client.get("/sitemaps/dramas-1.xml").content.decode()
    assert f"<loc>https://dramas.example{catalogue.get_absolute_url()}</loc>" in text
    assert "<image:loc>https://media.example/pictures/" in text
    assert "testserver" not in text


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemaps/dramas-1.xml"])
def test_file_that_has_not_changed_is_not_sent_again(client, catalogue, address):
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    factories.DramaFactory(pk=catalogue.pk + 1)
    factories.DramaFactory(pk=BUCKET)
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/sitemaps/dramas-2.xml",
        "/sitemaps/dramas-99999999999999999999.xml",
        "/sitemaps/replies-1.xml",
        "/sitemaps/people-0.xml",
    ],
)
def test_file_that_is_not_there_is_not_found(client, catalogue, address):
    assert client.get(address).status_code == 404


def test_file_of_drafts_alone_is_not_there(client):
    factories.DramaFactory(publication="draft")
    assert client.get("/sitemaps/dramas-1.xml").status_code == 404


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/sitemap.xml", 4),
        ("/sitemaps/dramas-1.xml", 3),
        ("/sitemaps/people-1.xml", 2),
        ("/sitemaps/labels-1.xml", 5),
    ],
)
@pytest.mark.parametrize("rows", [1, 3])
def test_file_takes_as_many_queries_for_many(
    client, address, queries, rows, django_assert_num_queries
):
    for _row in range(rows):
        factories.CreditFactory(drama__genres=[factories.GenreFactory()])
    factories.DramaFactory(pk=rows * BUCKET)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "content",
    [
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
        b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></sitemapindex>',
    ],
)
def test_sitemap_at_fault_is_found(content):
    assert xml_faults("sitemap", content) != []
