import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from dramasite.crosssite import is_cross_site, own_posts_only

HOST = "testserver"


@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ({}, False),
        ({"Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Sec-Fetch-Site": ""}, True),
        ({"Sec-Fetch-Site": "something-new"}, True),
        ({"Origin": f"http://{HOST}"}, False),
        ({"Origin": f"https://{HOST}"}, True),
        ({"Origin": f"http://{HOST}:8000"}, True),
        ({"Origin": f"http://{HOST}.evil.test"}, True),
        ({"Origin": "http://evil.test"}, True),
        ({"Origin": "null"}, True),
        ({"Origin": ""}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": f"http://{HOST}"}, True),
    ],
)
def test_is_cross_site(rf, headers, refused):
    assert is_cross_site(rf.post("/", headers=headers)) is refused


def test_origin_is_compared_with_its_scheme(rf):
    assert is_cross_site(rf.post("/", headers={"Origin": f"https://{HOST}"}, secure=True)) is False


def _view(request):
    return HttpResponse("taken")


CROSS = {"Sec-Fetch-Site": "cross-site"}


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_reading_is_open_to_links_from_anywhere(rf, method):
    response = own_posts_only()(_view)(getattr(rf, method)("/", headers=CROSS))
    assert response.status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_post_from_another_site_is_denied(rf, method):
    with pytest.raises(PermissionDenied):
        own_posts_only()(_view)(getattr(rf, method)("/", headers=CROSS))


def test_post_from_another_site_is_answered_by_refuse(rf):
    guarded = own_posts_only(lambda request: HttpResponse("refused"))(_view)
    assert guarded(rf.post("/", headers=CROSS)).content == b"refused"


def test_guarded_view_needs_no_token():
    assert own_posts_only()(_view).csrf_exempt is True
