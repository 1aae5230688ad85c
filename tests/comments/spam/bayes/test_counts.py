import math

import pytest

from comments.spam.bayes.counts import Counts, score
from comments.spam.bayes.units import parts, units

BALANCED = {"texts": (100, 100), "units": (1000, 1000)}


def counts(seen, **totals):
    return Counts(**(BALANCED | totals), seen=seen)


def test_word_seen_in_spam_speaks_for_it():
    weights = counts({"pills": (9, 0), "ending": (0, 9)}).weights(units("pills ending"))
    doubt = 0.9  # nine times of ten
    assert weights == pytest.approx(
        {"pills": doubt * math.log(10), "ending": -doubt * math.log(10)}
    )


def test_word_seen_often_says_more_than_a_rare_one_of_the_same_odds():
    weights = counts({"often": (90, 9), "rare": (9, 0)}).weights(units("often rare"))
    assert weights["often"] > weights["rare"] > 0


def test_word_unseen_is_judged_by_its_parts():
    seen = dict.fromkeys(parts("channels"), (9, 0))
    weights = counts(seen).weights(units("channel"))
    assert weights["channel"] > 0
    assert counts({}).weights(units("channel")) == {"channel": 0}


def test_word_seen_a_few_times_is_unknown_still():
    assert counts({"pills": (3, 0), "ending": (2, 2)}).unknown(("pills", "ending")) == ["pills"]


def test_more_spam_than_genuine_tilts_nothing():
    seen = {"drama": (30, 10)}
    weights = counts(seen, texts=(299, 99), units=(2999, 999)).weights(units("drama"))
    assert weights["drama"] == pytest.approx(0, abs=0.02)


def test_length_of_a_text_does_not_multiply_its_score():
    assert score(dict.fromkeys("abcd", 1.0)) == 2
    assert score({"a": 1.0}) == 1
    assert score({}) == 0
