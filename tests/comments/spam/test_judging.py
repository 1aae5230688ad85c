import pytest

from comments.models import Reply, SpamRules, State
from comments.spam.judging import content, judge, state_of
from comments.spam.said import FormEvidence, Said
from comments.spam.verdict import Finding

HONEST = Said("The last episode stays with me.")
LINKS = " ".join(f"https://shop-{number}.example/buy" for number in range(3))


def test_newcomer_is_held_with_the_reason(nobody, db):
    verdict = judge(HONEST, nobody)
    assert (verdict.state, verdict.points, list(verdict.findings)) == (State.HELD, 0, ["newcomer"])
    assert verdict.fields() == {
        "state": State.HELD,
        "points": 0,
        "reasons": [
            {
                "check": "newcomer",
                "points": 0,
                "words": "Nothing from this browser was approved before",
            }
        ],
    }


def test_newcomer_is_published_where_the_rules_say_so(nobody, db):
    SpamRules.objects.create(pk=1, hold_newcomers=False)
    assert judge(HONEST, nobody).state == State.PUBLISHED


def test_trusted_visitor_is_published(trusted):
    assert judge(HONEST, trusted).state == State.PUBLISHED


def test_trusted_visitor_who_sells_something_is_held(trusted):
    verdict = judge(Said(f"See all the stills of the drama at {LINKS} [url=x]"), trusted)
    assert list(verdict.findings) == ["links", "link_markup", "reading", "trusted"]
    assert verdict.state == State.HELD


@pytest.mark.parametrize(
    ("points", "state"),
    [
        (-3, State.PUBLISHED),
        (4, State.PUBLISHED),
        (5, State.HELD),
        (9, State.HELD),
        (10, State.SPAM),
    ],
)
def test_sum_decides(points, state):
    findings = {"one": Finding(points - 1, "One"), "two": Finding(1, "Two")}
    assert state_of(findings, SpamRules()) == state


def test_rules_of_the_editor_hold(nobody, db):
    SpamRules.objects.create(pk=1, hold_from=1, spam_from=2, hold_newcomers=False)
    one = Said("I loved the ending! The interview is at https://magazine.example/12.")
    assert judge(one, nobody).state == State.PUBLISHED
    assert judge(Said("Visit bit.ly/1 for free pills"), nobody).state == State.SPAM


def test_good_words_make_up_for_a_link(nobody, db):
    said = Said("I loved the ending! The interview with the director is at https://a.example/12.")
    findings = content(said, nobody)
    assert {name: finding.points for name, finding in findings.items()} == {
        "links": 1,
        "reading": -1,
    }


def test_good_words_make_up_for_nothing_else(nobody, db):
    trapped = Said("I loved this drama, the ending was so sad!", form=FormEvidence("/", "x", ""))
    findings = judge(trapped, nobody).findings
    assert list(findings) == ["trap", "stamp", "newcomer"]


def test_reasons_are_read_in_words(said):
    reasons = [Finding(3, "Two links").stored("links"), Finding(0, "New here").stored("newcomer")]
    said(points=3, reasons=reasons)
    assert Reply.objects.get().reasons_in_words == ["Two links (+3)", "New here"]
