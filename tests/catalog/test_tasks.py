import pytest

from catalog.tasks import make_variants_of
from tests.catalog.photos import a_picture

pytestmark = pytest.mark.django_db


def test_task_makes_what_is_missing_and_may_be_repeated():
    picture = a_picture(200, 100)
    assert make_variants_of.enqueue(picture.pk).return_value == 6
    assert make_variants_of.enqueue(picture.pk).return_value == 0


def test_task_for_a_deleted_picture_does_nothing():
    assert make_variants_of.enqueue(123456).return_value == 0
