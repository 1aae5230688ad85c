import pytest

from catalog.models import SearchDocument, SearchMark
from catalog.tasks import (
    check_quality,
    check_quality_of_changes,
    make_variants_of,
    write_search_documents,
)
from tests.catalog.photos import a_picture
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db


def test_task_makes_what_is_missing_and_may_be_repeated():
    picture = a_picture(200, 100)
    assert make_variants_of.enqueue(picture.pk).return_value == 6
    assert make_variants_of.enqueue(picture.pk).return_value == 0


def test_task_for_a_deleted_picture_does_nothing():
    assert make_variants_of.enqueue(123456).return_value == 0


def test_task_writes_all_that_is_marked():
    DramaFactory.create_batch(3)
    write_search_documents.enqueue()
    assert (SearchDocument.objects.count(), SearchMark.objects.count()) == (3, 0)


def test_tasks_of_quality_write_findings_down():
    check_quality.enqueue()
    drama = DramaFactory(runtime=600)
    check_quality_of_changes.enqueue()
    assert drama.findings.filter(rule="impossible-runtime").count() == 1
