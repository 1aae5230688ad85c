from pathlib import Path

import pytest

from comments.spam.bayes.shipped import PATH, counted, shipped
from comments.spam.judging import content
from comments.spam.said import Said

TEXTS = Path(__file__).resolve().parent.parent / "texts"


def test_shipped_model_is_what_the_corpus_says():
    # Else: python -m comments.spam.bayes.shipped
    assert PATH.read_text(encoding="utf-8") == counted()


def test_shipped_model_is_small():
    assert PATH.stat().st_size < 500_000
    assert min(shipped().texts) > 1000


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "least", "most"), [("genuine", 0, 0.01), ("spam", 0.92, 1)])
def test_texts_that_are_not_in_the_corpus_are_told_apart(nobody, kind, least, most):
    """Of many kinds and languages, written without a look at the corpus."""
    lines = (TEXTS / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    points = [sum(f.points for f in content(Said(line), nobody).values()) for line in lines]
    assert least <= sum(each >= 5 for each in points) / len(lines) <= most
