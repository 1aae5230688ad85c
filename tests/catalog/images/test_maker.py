from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from PIL import Image

from catalog.images import Variant
from catalog.images.maker import make_variant, make_variants, remove_files
from catalog.images.variants import all_variants, folder
from tests.catalog.photos import a_picture

pytestmark = pytest.mark.django_db


def names(picture):
    return sorted(default_storage.listdir(folder(picture.token))[1])


def test_variants_have_their_size_and_format():
    picture = a_picture(400, 300)
    assert make_variants(picture) == 9
    for variant in all_variants(picture):
        with default_storage.open(variant.path) as file, Image.open(file) as image:
            seen = (image.format, image.size, "exif" in image.info, "icc_profile" in image.info)
        name = {"jpg": "JPEG"}.get(variant.format, variant.format.upper())
        assert seen == (name, (variant.width, variant.height), False, False)


def test_jpeg_is_progressive_and_flattened_on_white():
    picture = a_picture(400, 300, format="PNG", mode="RGBA", colour=(0, 0, 0, 0))
    make_variant(Variant(picture, 160, "jpg"))
    with default_storage.open(f"{folder(picture.token)}/160.jpg") as file:
        image = Image.open(BytesIO(file.read()))
    assert (image.info.get("progressive"), image.getpixel((9, 9))) == (1, (255, 255, 255))


def test_making_again_makes_nothing():
    picture = a_picture(200, 100)
    assert (make_variants(picture), make_variants(picture)) == (6, 0)


def test_interrupted_work_leaves_no_part_of_a_file():
    picture = a_picture(200, 100)
    make_variant(Variant(picture, 160, "webp"))
    assert names(picture) == ["160.webp", "original.jpg"]


@pytest.mark.django_db(transaction=True)
def test_stampede_makes_each_variant_once():
    picture = a_picture(640, 480)

    def make(_n):
        try:
            return make_variants(picture)
        finally:
            BaseDatabaseWrapper.close(connection)  # Django keeps one that is in memory

    with ThreadPoolExecutor(6) as threads:
        made = sorted(threads.map(make, range(6)))
    assert made == [0, 0, 0, 0, 0, len(all_variants(picture))]


def test_variants_of_a_deleted_picture_are_not_made():
    picture = a_picture()
    type(picture).objects.all().delete()
    assert make_variants(picture) == 0


def test_removing_takes_everything_away_and_may_be_repeated():
    picture = a_picture(200, 100)
    make_variants(picture)
    remove_files(picture.token)
    remove_files(picture.token)
    assert not default_storage.exists(folder(picture.token))
