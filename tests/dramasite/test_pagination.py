import pytest
from django.http import Http404

from dramasite.pagination import page_of


@pytest.mark.parametrize(("asked", "expected"), [("", [1, 2]), ("?page=2", [3])])
def test_page_of_takes_the_page_asked_for(rf, asked, expected):
    assert list(page_of([1, 2, 3], rf.get(f"/{asked}"), per_page=2)) == expected


@pytest.mark.parametrize("asked", ["0", "3", "x", "-1", "٣"])
def test_page_of_refuses_what_is_not_there(rf, asked):
    with pytest.raises(Http404):
        page_of([1, 2, 3], rf.get("/", {"page": asked}), per_page=2)
