from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.prose import Figures
from catalog.prose.reception import reception
from tests.catalog.prose.facts import FIGURES, reference, upcoming

ACCLAIM = (
    "The series has garnered significant acclaim, maintaining an impressive rating of 8.0, "
    "resonating with over 5,920 viewers on MyDramaList"
)
PLACES = "#3150 in popularity and #2252 overall"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, f"{ACCLAIM}, ranking {PLACES} on the platform."),
        ({"rank": None}, f"{ACCLAIM}, ranking #3150 in popularity on the platform."),
        ({"popularity": None}, f"{ACCLAIM}, ranking #2252 overall on the platform."),
        ({"rank": None, "popularity": None}, f"{ACCLAIM}."),
        (
            {"rating": Decimal("7.4")},
            f"On MyDramaList, the series is rated 7.4, has 5,920 watchers and ranks {PLACES}.",
        ),
        (
            {"watchers": 999},
            f"On MyDramaList, the series is rated 8.0, has 999 watchers and ranks {PLACES}.",
        ),
        (
            {"rating": None},
            f"On MyDramaList, the series has 5,920 watchers and ranks {PLACES}.",
        ),
        (
            {"watchers": 1, "rank": None, "popularity": None},
            "On MyDramaList, the series is rated 8.0 and has 1 watcher.",
        ),
        (
            {"rating": None, "watchers": None, "popularity": None},
            "On MyDramaList, the series ranks #2252 overall.",
        ),
        (
            {"watchers": None, "popularity": None, "rank": None},
            "On MyDramaList, the series is rated 8.0.",
        ),
        ({"rating": None, "watchers": None, "popularity": None, "rank": None}, ""),
    ],
)
def test_reception_says_what_the_listing_counts(changes, sentence):
    assert reception(reference(figures=replace(FIGURES, **changes))) == sentence


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (reference(figures=None), ""),
        (upcoming(figures=FIGURES), ""),
        (
            reference(kind="film", figures=Figures("TMDB", Decimal("6.1"))),
            "On TMDB, the film is rated 6.1.",
        ),
    ],
)
def test_reception_of_kinds_and_times(facts, sentence):
    assert reception(facts) == sentence
