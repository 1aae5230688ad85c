import datetime

import pytest
from django.utils import timezone

from comments.forgetting import apply_retention, forget_what_expired
from comments.models import Reply

pytestmark = pytest.mark.django_db

KEYS = {"network_key": "n", "browser_key": "b"}


def kept_of(days, said):
    """Which of a reply's data is there when it is so many days old."""
    reply = said(created_at=timezone.now() - datetime.timedelta(days=days), **KEYS)
    apply_retention.call()
    found = Reply.objects.filter(pk=reply.pk).values("network_key", "email_key", "browser_key")
    return [name for name, value in found.get().items() if value]


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (29, ["network_key", "email_key", "browser_key"]),
        (31, ["email_key", "browser_key"]),
        (89, ["email_key", "browser_key"]),
        (91, ["browser_key"]),
        (364, ["browser_key"]),
        (366, []),
    ],
)
def test_data_of_a_reply_goes_step_by_step(said, days, kept):
    assert kept_of(days, said) == kept


def test_second_run_finds_nothing_left(said):
    said(created_at=timezone.now() - datetime.timedelta(days=40), **KEYS)
    done = {"network of a reply (a /24 or /48, never the whole address)": 1}
    assert (apply_retention.call(), apply_retention.call()) == (done, {})


def test_dry_run_counts_and_changes_nothing(said):
    said(created_at=timezone.now() - datetime.timedelta(days=400), **KEYS)
    before = list(Reply.objects.values())
    assert [number for _kept, number in forget_what_expired(dry_run=True) if number] == [1, 1, 1]
    assert list(Reply.objects.values()) == before
