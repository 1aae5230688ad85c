import inspect

import pytest
from factory.django import DjangoModelFactory
from PIL import Image

from tests import factories

FACTORIES = [
    value
    for _, value in inspect.getmembers(factories, inspect.isclass)
    if issubclass(value, DjangoModelFactory) and value._meta.model
]


@pytest.mark.django_db
@pytest.mark.parametrize("a_factory", FACTORIES, ids=lambda f: f.__name__)
def test_factory_makes_rows_that_are_valid(a_factory):
    for row in (a_factory(), a_factory()):
        row.full_clean()


@pytest.mark.django_db
def test_picture_factory_writes_a_picture_of_its_size(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = factories.PictureFactory(size=(30, 20))
    with Image.open(picture.original.path) as image:
        assert image.size == (picture.width, picture.height) == (30, 20)


@pytest.mark.django_db
def test_drama_factory_takes_labels():
    genre, country = factories.GenreFactory(), factories.CountryFactory(code="KR")
    drama = factories.DramaFactory(genres=[genre], countries=[country])
    assert [list(drama.genres.all()), list(drama.countries.all())] == [[genre], [country]]
