import datetime

import pytest
from django.utils import timezone

from catalog.models import Drama
from comments.models import Reply, State
from dramasite.prepared import Prepared

NOW = timezone.now()
HOUR = datetime.timedelta(hours=1)


@Prepared
def since(name: str, number: int, moment: datetime.datetime):
    replies = Reply.objects.filter(name=name, pk__gte=number, created_at__gte=moment)
    return replies.filter(state=State.HELD).order_by("pk").values_list("body", "points")


@pytest.fixture
def replies(db):
    drama = Drama.objects.create(title="A Quiet Harbour", slug="a-quiet-harbour")
    return [
        Reply.objects.post(drama, body=f"Words {n}.", name=name, points=n)
        for n, name in enumerate(["Hana", "Mei", "Hana"])
    ]


def test_query_is_asked_with_other_values(replies):
    first, _mei, last = replies
    asked = [("Hana", first.pk), ("Hana", last.pk), ("Mei", first.pk), ("it's", first.pk)]
    found = [since.ask(name=name, number=pk, moment=NOW - HOUR) for name, pk in asked]
    assert found == [
        [("Words 0.", 0), ("Words 2.", 2)],
        [("Words 2.", 2)],
        [("Words 1.", 1)],
        [],
    ]


def test_moment_is_compared_as_the_database_keeps_it(replies):
    pk = replies[0].pk
    assert since.ask(name="Hana", number=pk, moment=timezone.now() + HOUR) == []


def test_answers_what_the_orm_answers(replies, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = since.ask(name="Mei", number=0, moment=NOW - HOUR)
    assert rows == list(Reply.objects.filter(name="Mei").values_list("body", "points"))


def test_value_that_is_missing_is_an_error(db):
    with pytest.raises(KeyError, match="moment"):
        since.ask(name="Mei", number=0)
