import datetime
import re

import pytest

from catalog.models import Redirect
from tests.factories import PageFactory, PictureFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
HOUR = datetime.timedelta(hours=1)


def titles(response):
    return re.findall(r"<h2><a href=[^>]*><bdi>(.*?)</bdi>", response.content.decode())


def test_page_is_shown_as_it_was_written(client):
    PageFactory(slug="imprint", title="A & B", body="## Who\n\n<b>x</b>")
    page = client.get("/pages/imprint/").content.decode()
    assert "<h1><bdi>A &amp; B</bdi></h1>" in page
    assert "<h2>Who</h2>\n<p>&lt;b&gt;x&lt;/b&gt;</p>" in page


@pytest.mark.parametrize(
    ("publication", "publish_at", "status"),
    [
        ("draft", None, 404),
        ("scheduled", NOW + HOUR, 404),
        ("scheduled", NOW - HOUR, 200),
        ("published", NOW - HOUR, 200),
    ],
    ids=["draft", "later", "out", "published"],
)
def test_page_is_there_when_it_is_published(client, publication, publish_at, status):
    PageFactory(slug="news", publication=publication, publish_at=publish_at)
    assert client.get("/pages/news/").status_code == status


def test_articles_are_listed_newest_first_and_lasting_pages_above(client):
    PageFactory(title="Old", is_dated=True, publish_at=NOW - 2 * HOUR)
    PageFactory(title="New", is_dated=True, publish_at=NOW - HOUR)
    PageFactory(title="Draft", is_dated=True, publication="draft")
    PageFactory(title="Imprint")
    response = client.get("/pages/")
    assert titles(response) == ["New", "Old"]
    assert [page.title for page in response.context["lasting"]] == ["Imprint"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_three_queries(client, count, django_assert_num_queries):
    PageFactory.create_batch(count)
    PageFactory.create_batch(count, is_dated=True)
    with django_assert_num_queries(3):
        client.get("/pages/")


def test_empty_list_says_so(client):
    assert b"Nothing has been written here yet." in client.get("/pages/").content


def test_page_beyond_the_last_is_not_found(client):
    assert client.get("/pages/?page=99999999999999999999").status_code == 404


def test_former_address_leads_to_the_page(client):
    page = PageFactory(slug="before")
    page.slug = "after"
    page.save()
    response = client.get("/pages/before/")
    assert (response.status_code, response.url) == (301, "/pages/after/")
    page.slug = "before"
    page.save()
    assert client.get("/pages/before/").status_code == 200
    assert [each.old for each in Redirect.objects.all()] == ["/pages/after"]


def test_sitemap_lists_what_is_published(client):
    PageFactory(slug="imprint")
    PageFactory(slug="draft", publication="draft")
    listed = client.get("/sitemaps/pages-1.xml").content.decode()
    assert ("/pages/imprint/" in listed, "/pages/draft/" in listed) == (True, False)


def test_picture_of_the_text_goes_with_the_page(django_capture_on_commit_callbacks):
    page, picture = PageFactory(), PictureFactory()
    page.pictures.create(picture=picture)
    with django_capture_on_commit_callbacks(execute=True):
        page.delete()
    assert not type(picture).objects.filter(pk=picture.pk).exists()
