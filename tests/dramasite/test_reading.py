import pytest
from django.test import Client

from catalog import urls
from dramasite.reading import read_only

pytestmark = pytest.mark.django_db
READ = ("/", "/dramas/", "/people/", "/genres/", "/calendar/", "/search/", "/sitemap.xml")
ALSO_READ = ("/feeds/dramas.atom", "/dramas/goblin/", "/dramas/goblin/replies.atom", "/robots.txt")


@pytest.mark.parametrize("path", READ + ALSO_READ)
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_what_is_only_read_refuses_other_methods_by_name(path, method):
    client = Client(enforce_csrf_checks=True)
    response = getattr(client, method)(path)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


def test_nothing_of_the_catalogue_can_be_posted_to():
    views = [pattern.callback for pattern in urls.urlpatterns]
    assert [view for view in views if not getattr(view, "csrf_exempt", False)] == []


def test_what_can_be_posted_to_asks_for_its_token():
    client = Client(enforce_csrf_checks=True)
    assert client.post("/admin/login/").status_code == 403


def test_view_that_is_only_read_answers_as_before(rf):
    view = read_only(lambda request, number: number)
    assert view(rf.get("/"), number=3) == 3
