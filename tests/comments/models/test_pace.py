import datetime

import pytest

from comments.models import Pace

SLOT = datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.UTC)

pytestmark = pytest.mark.django_db


def counts():
    return list(Pace.objects.order_by("slot").values_list("network_key", "slot", "count"))


def test_counting_makes_a_row_and_then_adds_to_it():
    for _ in range(3):
        Pace.objects.count_one("a", SLOT)
    Pace.objects.count_one("b", SLOT)
    assert sorted(counts()) == [("a", SLOT, 3), ("b", SLOT, 1)]


def test_taking_back_counts_one_less():
    Pace.objects.count_one("a", SLOT)
    Pace.objects.take_back("a", SLOT)
    assert counts() == [("a", SLOT, 0)]


def test_what_is_too_old_is_forgotten():
    later = SLOT + datetime.timedelta(minutes=1)
    Pace.objects.count_one("a", SLOT)
    Pace.objects.count_one("a", later)
    Pace.objects.forget_before(later)
    assert counts() == [("a", later, 1)]
