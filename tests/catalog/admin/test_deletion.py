import pytest

from catalog.admin.deletion import counted, rows_behind
from catalog.models import Drama
from tests import factories


@pytest.mark.django_db
def test_rows_behind_a_drama_are_counted_in_one_query(django_assert_num_queries):
    season = factories.SeasonFactory()
    factories.EpisodeFactory.create_batch(3, season=season)
    factories.CreditFactory(drama=season.drama)
    factories.EpisodeFactory()
    with django_assert_num_queries(1):
        counts = counted(list(rows_behind(Drama.objects.filter(pk=season.drama_id))))
    assert {model._meta.model_name: n for model, n in counts.items()} == {
        "season": 1,
        "episode": 3,
        "credit": 1,
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_confirmation_of_a_deletion_of_many_counts_them(desk, rows, django_assert_num_queries):
    credits = factories.CreditFactory.create_batch(rows)
    data = {
        "action": "delete_selected",
        "index": "0",
        "_selected_action": [credit.drama_id for credit in credits],
    }
    with django_assert_num_queries(11):
        response = desk.post("/admin/catalog/drama/", data)
    assert dict(response.context["model_count"]) == {"dramas": rows}
    assert f"{rows} credit" in response.content.decode()
