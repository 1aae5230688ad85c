import pytest

from catalog.models import Finding
from catalog.quality.reasons import reason


@pytest.mark.parametrize(
    ("rule", "data", "words"),
    [
        ("impossible-runtime", {"runtime": 600}, "No episode takes 600 minutes."),
        ("impossible-runtime", {}, "No episode takes … minutes."),
        (
            "facts-missing",
            {"lacking": ["cast", "released"]},
            "Nothing is known of: cast, release date.",
        ),
        ("tag-is-a-genre", {"names": ["A %s", "B"]}, "It has these as genre and as tag: A %s, B."),
        ("a-rule-that-is-no-more", {"runtime": 1}, "a-rule-that-is-no-more"),
    ],
)
def test_reason_is_a_sentence_with_its_facts(rule, data, words):
    assert reason(Finding(rule=rule, data=data)) == words
