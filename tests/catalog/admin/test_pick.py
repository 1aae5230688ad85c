import pytest

from catalog.models import Pick
from tests.factories import DramaFactory, PickFactory


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_at_any_length(desk, count, django_assert_num_queries):
    PickFactory.create_batch(count)
    desk.get("/admin/catalog/pick/")
    with django_assert_num_queries(6):
        assert desk.get("/admin/catalog/pick/").status_code == 200


def test_pick_opens_the_front_page_as_soon_as_it_is_saved(desk, client):
    drama = DramaFactory(title="Chosen")
    given = {"drama": drama.pk, "words": "", "since_0": "2020-01-01", "since_1": "00:00"}
    assert desk.post("/admin/catalog/pick/add/", given).status_code == 302
    assert Pick.objects.get().drama == drama
    assert client.get("/").context["feature"].drama == drama
