import datetime

import pytest

from catalog.models import Drama
from catalog.models.dates import PartialDate
from comments.models import Conversation, ModerationRules, Reply, State
from comments.terms import EVER, Terms, terms_of

DAY = datetime.timedelta(days=1)
HERE = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def rule(db):
    return ModerationRules.objects.create(pk=1, close_after_days=10)


@pytest.fixture
def shown(drama):
    Drama.objects.update(publish_at=HERE)
    drama.refresh_from_db()
    return drama


@pytest.mark.parametrize(
    ("facts", "said_at", "since"),
    [
        ({}, None, HERE),
        ({"status": "ended"}, None, HERE),
        ({"status": "airing"}, None, None),
        ({"status": "upcoming"}, HERE, None),
        # Ended long before it was published here.
        ({"status": "ended", "ended": "2005"}, None, HERE),
        # The end is over when its last possible day is.
        ({"ended": "2024-03-20"}, None, datetime.datetime(2024, 3, 21, tzinfo=datetime.UTC)),
        ({"ended": "2024-04"}, None, datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC)),
        (
            {"status": "airing", "ended": "2024"},
            None,
            datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC),
        ),
        ({"ended": "2005"}, HERE + 5 * DAY, HERE + 5 * DAY),
        ({"ended": "2005"}, HERE - 5 * DAY, HERE),
        ({"ended": "9999"}, None, None),
    ],
    ids=str,
)
def test_rule_counts_from_whatever_came_last(rule, shown, said, facts, said_at, since):
    shown.status, end = facts.get("status", ""), facts.get("ended")
    shown.ended = PartialDate.parse(end) if end else None
    shown.save()
    if said_at:
        said(created_at=said_at)
    assert terms_of(shown).closes_at == (since and since + 10 * DAY)


def test_what_is_not_to_be_read_keeps_nothing_open(rule, shown, said):
    said(created_at=HERE + 5 * DAY, state=State.HELD)
    said(created_at=HERE + 6 * DAY).remove()
    assert terms_of(shown).closes_at == HERE + 10 * DAY


def test_without_a_rule_nothing_closes(shown):
    assert terms_of(shown) == Terms(None, 0)


def test_conversation_closes_at_the_moment_and_not_before(rule, shown, time_machine_at):
    time_machine_at(HERE + 10 * DAY - datetime.timedelta(seconds=1))
    assert terms_of(shown).is_closed is False
    time_machine_at(HERE + 10 * DAY)
    assert terms_of(shown).is_closed is True


def test_editor_overrides_the_rule(rule, shown):
    talk = Conversation.objects.create(drama=shown)
    assert terms_of(shown).is_closed is True
    talk.keep_open()
    assert terms_of(shown) == Terms(None, 0)
    talk.close()
    assert terms_of(shown) == Terms(talk.closed_at, 0)
    talk.go_by_rule()
    assert terms_of(shown).closes_at == HERE + 10 * DAY


def test_closed_without_a_time_is_closed_for_ever(shown):
    Conversation.objects.create(drama=shown, closing="closed")
    assert (terms_of(shown).closes_at, terms_of(shown).is_closed) == (EVER, True)


@pytest.mark.parametrize(
    ("own", "for_all", "minutes"), [(None, 5, 5), (0, 5, 0), (7, 5, 7), (None, 0, 0)]
)
def test_slow_mode_of_the_conversation_comes_first(shown, own, for_all, minutes):
    ModerationRules.objects.create(pk=1, slow_minutes=for_all)
    Conversation.objects.create(drama=shown, slow_minutes=own)
    assert terms_of(shown).slow_minutes == minutes


def test_terms_cost_one_query(rule, shown, said, django_assert_num_queries):
    said()
    with django_assert_num_queries(1):
        terms_of(shown)


def test_terms_of_a_drama_that_is_no_more_are_open(shown):
    Reply.objects.all().delete()
    Drama.objects.all().delete()
    assert terms_of(shown) == Terms()
