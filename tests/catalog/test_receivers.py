import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from catalog.images.variants import folder
from catalog.models import Drama, Episode, GalleryImage, Picture, Season
from tests.catalog.photos import a_picture


@pytest.mark.django_db
def test_files_of_a_deleted_picture_go_after_the_commit(django_capture_on_commit_callbacks):
    picture = a_picture()
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
        assert default_storage.exists(picture.original.name)
    assert not default_storage.exists(folder(picture.token))


@pytest.mark.django_db(transaction=True)
def test_files_stay_when_the_deletion_is_rolled_back():
    picture = a_picture()
    with transaction.atomic():
        Picture.objects.all().delete()
        transaction.set_rollback(True)
    assert default_storage.exists(picture.original.name)


@pytest.mark.django_db(transaction=True)
def test_pictures_of_a_deleted_drama_go_with_it():
    poster, still, both = a_picture(), a_picture(), a_picture()
    drama = Drama.objects.create(title="A", slug="a", poster=poster, backdrop=both)
    Drama.objects.create(title="B", slug="b", backdrop=both)
    GalleryImage.objects.create(drama=drama, picture=poster)
    Episode.objects.create(season=Season.objects.create(drama=drama), number=1, still=still)
    drama.delete()
    assert list(Picture.objects.all()) == [both]
