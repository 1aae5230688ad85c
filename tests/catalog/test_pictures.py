import pytest
from django.core.files.storage import default_storage

from catalog.images import Variant, accept_upload, new_picture
from catalog.models import Drama, GalleryImage, Person, Picture
from catalog.pictures import is_shown, keep, let_go
from tests.catalog.photos import a_picture, photo

pytestmark = pytest.mark.django_db


def test_keeping_a_new_picture_makes_its_variants():
    picture = keep(new_picture(accept_upload(photo(200, 100))))
    assert default_storage.exists(Variant(picture, 160, "avif").path)


def test_picture_is_shown_by_a_row_of_any_model():
    picture = a_picture()
    assert is_shown(picture) is False
    Person.objects.create(name="A", slug="a", portrait=picture)
    assert is_shown(picture) is True


def test_only_what_nothing_shows_is_let_go():
    shown, forgotten = a_picture(), a_picture()
    drama = Drama.objects.create(title="A", slug="a")
    GalleryImage.objects.create(drama=drama, picture=shown)
    let_go(shown.pk)
    let_go(forgotten.pk)
    assert list(Picture.objects.all()) == [shown]
