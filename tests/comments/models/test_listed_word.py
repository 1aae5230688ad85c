import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from comments.models import ListedWord

pytestmark = pytest.mark.django_db


def test_active_words_are_looked_for_in_their_order():
    ListedWord.objects.create(pattern="slots", points=3)
    ListedWord.objects.create(pattern="casino")
    ListedWord.objects.create(pattern="poker", is_active=False)
    assert ListedWord.objects.looked_for() == [("slots", 3), ("casino", 5)]


@pytest.mark.parametrize("points", [0, 21])
def test_points_out_of_bounds_are_refused(points):
    with pytest.raises(IntegrityError), transaction.atomic():
        ListedWord.objects.create(pattern="casino", points=points)


@pytest.mark.parametrize("given", [{"pattern": ""}, {"pattern": "a" * 101}, {"points": 0}])
def test_form_tells_what_is_wrong(given):
    with pytest.raises(ValidationError) as told:
        ListedWord(**({"pattern": "casino"} | given)).full_clean()
    assert list(told.value.message_dict)[:1] == list(given)
