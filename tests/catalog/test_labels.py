import pytest

from catalog.labels import Label, labels_of
from tests.factories import (
    AlternativeTitleFactory,
    CountryFactory,
    DramaFactory,
    DramaTagFactory,
    GenreFactory,
    LinkFactory,
    NetworkFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def drama():
    drama = DramaFactory(
        genres=[GenreFactory(name="Melodrama"), GenreFactory(name="Drama")],
        networks=[NetworkFactory(name="Fuji TV")],
        countries=[CountryFactory()],
    )
    AlternativeTitleFactory(drama=drama, title="Un litro de lágrimas", language="es")
    LinkFactory(drama=drama, kind="trailer", label="", url="https://video.example/1")
    DramaTagFactory(drama=drama, tag=TagFactory(name="Illness", slug="illness"))
    DramaTagFactory(drama=drama, tag=TagFactory(name="Death", slug="death"), is_spoiler=True)
    return drama


def test_labels_of_a_full_drama_take_one_query(drama, django_assert_num_queries):
    with django_assert_num_queries(1):
        labels = labels_of(drama)
    assert labels.countries == [Label("Japan", "japan", "/countries/japan/", code="JP")]
    assert labels.networks == [Label("Fuji TV", "fuji-tv", "/networks/fuji-tv/")]
    assert [genre.name for genre in labels.genres] == ["Drama", "Melodrama"]
    assert labels.titles == [Label("Un litro de lágrimas", "es")]
    assert labels.links == [Label("", "trailer", "https://video.example/1")]


def test_tags_that_give_the_story_away_are_kept_apart(drama):
    labels = labels_of(drama)
    assert labels.open_tags == [Label("Illness", "illness", "/tags/illness/")]
    assert labels.spoiler_tags == [Label("Death", "death", "/tags/death/", is_spoiler=True)]


def test_labels_of_an_empty_drama_are_empty():
    labels = labels_of(DramaFactory())
    assert (labels.countries, labels.genres, labels.tags, labels.links) == ([], [], [], [])


def test_labels_of_another_drama_stay_there(drama):
    assert labels_of(DramaFactory()).titles == []
