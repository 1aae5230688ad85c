import datetime

import pytest
from django.utils import timezone

from catalog.models import FindingCount, Severity
from catalog.quality.trend import Line, trend

pytestmark = pytest.mark.django_db


def counted(severity, *numbers):
    """One number a day, the last today."""
    for ago, number in enumerate(reversed(numbers)):
        day = timezone.localdate() - datetime.timedelta(days=ago)
        FindingCount.objects.create(day=day, severity=severity, number=number)


def test_trend_has_no_line_of_a_single_day():
    counted(1, 12)
    assert trend() == []


def test_trend_is_a_line_of_its_own_scale():
    counted(1, 10, 5, 0)
    since = timezone.localdate() - datetime.timedelta(days=2)
    assert trend() == [Line(Severity.ERROR, "0,2 120,24 240,46", 0, 10, since)]


def test_trend_of_nothing_is_flat():
    counted(3, 0, 0)
    assert [line.points for line in trend()] == ["0,46 240,46"]


def test_trend_forgets_what_is_long_ago():
    counted(2, 9, 1, 2)
    assert [line.before for line in trend(days=1)] == [1]
