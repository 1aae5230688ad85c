import pytest
from django.db import IntegrityError, transaction

from comments.models import ModerationRules


def test_without_a_row_nothing_closes_and_nobody_waits(db):
    rules = ModerationRules.now()
    assert (rules.close_after_days, rules.slow_minutes) == (None, 0)


@pytest.mark.parametrize(
    "wrong",
    [{"pk": 2}, {"close_after_days": 0}, {"close_after_days": 3651}, {"slow_minutes": 1441}],
)
def test_rules_that_make_no_sense_are_refused(db, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ModerationRules.objects.create(**{"pk": 1} | wrong)
