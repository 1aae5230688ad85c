import pytest
from django.urls import reverse

from tests import factories
from tests.catalog.admin.formdata import add_row, form_data


def address(row):
    return reverse(f"admin:catalog_{row._meta.model_name}_change", args=[row.pk])


@pytest.mark.parametrize("rows", [1, 3])
def test_season_takes_the_same_queries_whatever_its_rows(desk, rows, django_assert_num_queries):
    season = factories.SeasonFactory()
    factories.EpisodeFactory.create_batch(rows, season=season)
    desk.get(address(season))
    with django_assert_num_queries(6):
        assert desk.get(address(season)).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_the_same_queries_whatever_their_rows(desk, rows, django_assert_num_queries):
    factories.EpisodeFactory.create_batch(rows)
    for noun in ("season", "episode"):
        with django_assert_num_queries(6):
            assert desk.get(f"/admin/catalog/{noun}/").status_code == 200


def test_episode_page_edits_its_summary(desk, django_assert_max_num_queries):
    episode = factories.EpisodeFactory(still=factories.PictureFactory())
    with django_assert_max_num_queries(7):
        page = desk.get(address(episode))
    desk.post(address(episode), form_data(page) | {"summary": "What happens."})
    episode.refresh_from_db()
    assert episode.summary == "What happens."


def test_episodes_of_a_long_season_have_pages(desk):
    season = factories.SeasonFactory()
    factories.EpisodeFactory.create_batch(51, season=season)
    page = f"{address(season)}?episodes-page=2"
    data = form_data(desk.get(page))
    assert (data["episodes-TOTAL_FORMS"], data["episodes-0-number"]) == (["1"], ["51"])
    add_row(data, "episodes", number=52, title="The last")
    assert desk.post(page, data).status_code == 302
    assert season.episodes.count() == 52


@pytest.mark.parametrize("numbers", [(1,), (7, 7)], ids=["there already", "twice"])
def test_episode_numbers_are_not_given_twice(desk, numbers):
    season = factories.EpisodeFactory(number=1).season
    data = form_data(desk.get(address(season)))
    for number in numbers:
        add_row(data, "episodes", number=number, title="Typed with care")
    response = desk.post(address(season), data)
    assert (response.status_code, bool(response.context["errors"])) == (200, True)
    assert form_data(response)["episodes-1-title"] == ["Typed with care"]


def test_season_number_is_not_given_twice(desk):
    season = factories.SeasonFactory(number=1)
    page = "/admin/catalog/season/add/"
    data = form_data(desk.get(page)) | {"drama": season.drama_id, "number": 1}
    response = desk.post(page, data)
    assert (response.status_code, bool(response.context["errors"])) == (200, True)
