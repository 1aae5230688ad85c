from comments.models import State
from comments.spam.verdict import Finding, Verdict


def test_verdict_is_kept_with_its_sum_and_reasons():
    verdict = Verdict({"a": Finding(3, "Two links"), "b": Finding(-1, "Known")}, State.PUBLISHED)
    assert verdict.points == 2
    assert verdict.fields() == {
        "state": State.PUBLISHED,
        "points": 2,
        "reasons": [
            {"check": "a", "points": 3, "words": "Two links"},
            {"check": "b", "points": -1, "words": "Known"},
        ],
    }
