import pytest

from catalog.models import Redirect
from tests.factories import DramaFactory, PictureFactory, RedirectFactory

ADD = "/admin/catalog/redirect/add/"


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_at_any_length(desk, count, django_assert_num_queries):
    RedirectFactory.create_batch(count, address="", drama=DramaFactory())
    desk.get("/admin/catalog/redirect/")
    with django_assert_num_queries(6):
        assert desk.get("/admin/catalog/redirect/").status_code == 200


def test_whole_address_of_the_former_site_may_be_pasted(desk, client):
    drama = DramaFactory(slug="a")
    given = {"old": "https://Old.example/2019/A-Post/", "drama": drama.pk}
    assert desk.post(ADD, given).status_code == 302
    assert Redirect.objects.get().old == "/2019/a-post"
    assert client.get("/2019/a-post/").url == "/dramas/a/"


@pytest.mark.parametrize(
    "given",
    [
        {"old": "a", "address": "/dramas/"},
        {"old": "/a", "address": "https://evil.example/"},
        {"old": "/a", "address": "//evil.example/"},
        {"old": "/a", "address": "/\\evil.example/"},
        {"old": "/a"},
        {"old": "/a", "address": "/a/"},
        {"old": "/a", "address": "/b/"},
        {"old": "http://[", "address": "/dramas/"},
    ],
    ids=["no path", "away", "host", "backslash", "nowhere", "itself", "round", "no address"],
)
def test_what_leads_astray_is_refused(desk, given):
    RedirectFactory(old="/b", address="/c/")
    RedirectFactory(old="/c", address="/a/")
    response = desk.post(ADD, given)
    assert (response.status_code, Redirect.objects.count()) == (200, 2)


def test_two_places_are_refused(desk):
    desk.post(ADD, {"old": "/a", "address": "/dramas/", "drama": DramaFactory().pk})
    assert not Redirect.objects.exists()


def test_redirect_to_a_picture_keeps_it(desk):
    made = RedirectFactory(picture=PictureFactory(), address="")
    path = f"/admin/catalog/redirect/{made.pk}/change/"
    assert b"/media/pictures/" in desk.get(path).content
    assert desk.post(path, {"old": "/other"}).status_code == 302
    made.refresh_from_db()
    assert (made.old, made.picture is None) == ("/other", False)
