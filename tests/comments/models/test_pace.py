import datetime

import pytest

from comments.models import Pace

SLOT = datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.UTC)
LATER = SLOT + datetime.timedelta(minutes=1)

pytestmark = pytest.mark.django_db


def counts():
    return list(Pace.objects.order_by("slot").values_list("key", "slot", "count"))


def test_counting_makes_a_row_and_then_adds_to_it():
    for _ in range(3):
        Pace.objects.count_one("a", SLOT, LATER)
    Pace.objects.count_one("b", SLOT, LATER)
    assert sorted(counts()) == [("a", SLOT, 3), ("b", SLOT, 1)]


def test_taking_back_counts_one_less():
    Pace.objects.count_one("a", SLOT, LATER)
    Pace.objects.take_back("a", SLOT)
    assert counts() == [("a", SLOT, 0)]


def test_what_no_longer_counts_is_forgotten():
    Pace.objects.count_one("a", SLOT, SLOT)
    Pace.objects.count_one("b", SLOT, LATER)
    Pace.objects.forget(LATER)
    assert counts() == [("b", SLOT, 1)]
