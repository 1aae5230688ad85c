import pytest

from comments.models import ListedWord, SpamRules, State
from comments.spam.past import past_replies
from comments.spam.what_if import counts, outcomes


def found(**points):
    """Reasons as they are stored."""
    return [{"check": name, "points": given, "words": name} for name, given in points.items()]


def decided(extra=(), **rules):
    given = outcomes(past_replies(), SpamRules(pk=1, **rules), list(extra))
    return [(each.now, each.then) for each in given]


@pytest.mark.parametrize(
    ("reasons", "rules", "now", "then"),
    [
        (found(links=3, newcomer=0), {}, State.HELD, State.HELD),
        (found(links=3, newcomer=0), {"hold_newcomers": False}, State.HELD, State.PUBLISHED),
        (found(links=6, trusted=-3), {"hold_from": 3}, State.PUBLISHED, State.HELD),
        (found(links=6, newcomer=0), {"spam_from": 6}, State.HELD, State.SPAM),
        (found(trap=6, links=6), {"spam_from": 13}, State.SPAM, State.HELD),
    ],
)
def test_other_rules_decide_otherwise(said, reasons, rules, now, then):
    said(reasons=reasons)
    assert decided(**rules) == [(now, then)]


def test_one_word_more_adds_its_points(said):
    said("A casino.", reasons=found(trusted=-3))
    said("A harbour.", reasons=found(trusted=-3))
    assert decided([("casino", 8)]) == [
        (State.PUBLISHED, State.PUBLISHED),
        (State.PUBLISHED, State.HELD),
    ]


def test_list_is_looked_through_as_it_is_now(said):
    said("A casino.", reasons=found(listed=20, trusted=-3))
    assert decided() == [(State.PUBLISHED, State.PUBLISHED)]
    ListedWord.objects.create(pattern="casino", points=15)
    assert decided() == [(State.SPAM, State.SPAM)]


def test_rules_as_they_are_decide_before(said):
    SpamRules.objects.create(pk=1, hold_from=1, spam_from=2, hold_newcomers=False)
    said(reasons=found(links=1))
    assert decided() == [(State.HELD, State.HELD)]


def test_counts_tell_before_and_after(said):
    said(reasons=found(links=3, newcomer=0))
    said(reasons=found(trusted=-3))
    given = outcomes(past_replies(), SpamRules(pk=1, hold_newcomers=False), [])
    assert [each.is_changed for each in given] == [False, True]
    assert counts(given) == [(State.PUBLISHED, 1, 2), (State.HELD, 1, 0), (State.SPAM, 0, 0)]


@pytest.mark.parametrize("number", [1, 3])
def test_outcomes_cost_three_queries(said, number, django_assert_num_queries):
    for _ in range(number):
        said(name=f"Hana {_}")
    with django_assert_num_queries(3):
        assert len(decided()) == number
