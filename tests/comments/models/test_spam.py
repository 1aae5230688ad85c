import pytest
from django.db import IntegrityError, transaction

from comments.models import SpamRules


def test_rules_have_defaults_until_an_editor_sets_them(db):
    assert (SpamRules.now().hold_from, SpamRules.now().spam_from) == (5, 10)
    SpamRules.objects.create(pk=1, hold_from=4, spam_from=8)
    assert (SpamRules.now().hold_from, SpamRules.now().spam_from) == (4, 8)


@pytest.mark.parametrize(
    "given", [{"pk": 2}, {"hold_from": 6, "spam_from": 5}, {"hold_from": 0, "spam_from": 5}]
)
def test_rules_that_make_no_sense_are_refused(db, given):
    with pytest.raises(IntegrityError), transaction.atomic():
        SpamRules.objects.create(**({"pk": 1} | given))
