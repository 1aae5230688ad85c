import pytest

from catalog.ways_on import genres_of
from tests.factories import DramaFactory, GenreFactory

pytestmark = pytest.mark.django_db


def test_genres_of_most_dramas_come_first(django_assert_num_queries):
    war, life, law = (GenreFactory(name=name) for name in ("War", "Life", "Law"))
    dramas = [DramaFactory(genres=[life, war]), DramaFactory(genres=[war]), DramaFactory()]
    DramaFactory(genres=[law])
    with django_assert_num_queries(1):
        assert genres_of([drama.pk for drama in dramas]) == [war, life]
