import pytest
from django.http import HttpResponse

from dramasite.conditional import conditional


@pytest.fixture
def view():
    return conditional(lambda request, text="a", status=200: HttpResponse(text, status=status))


def test_entity_tag_is_of_the_content_and_comes_with_head_as_with_get(view, rf):
    one, other = view(rf.get("/")), view(rf.get("/"), text="b")
    assert one["ETag"] == view(rf.head("/"))["ETag"] != other["ETag"]


def test_what_is_as_it_was_is_not_sent_again(view, rf):
    tag = view(rf.get("/"))["ETag"]
    assert view(rf.get("/", headers={"If-None-Match": tag})).status_code == 304
    assert view(rf.get("/", headers={"If-None-Match": '"x"'})).status_code == 200


def test_errors_have_no_entity_tag(view, rf):
    assert "ETag" not in view(rf.head("/"), status=404)
