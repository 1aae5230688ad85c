from dataclasses import replace
from decimal import Decimal

import pytest

from tests.catalog.prose.facts import FIGURES, REFERENCE, plain, reference, upcoming


@pytest.mark.parametrize(
    ("facts", "is_praised"),
    [
        (REFERENCE, True),
        (reference(figures=replace(FIGURES, rating=Decimal("8.0"), watchers=1000)), True),
        (reference(figures=replace(FIGURES, rating=Decimal("7.9"))), False),
        (reference(figures=replace(FIGURES, watchers=999)), False),
        (reference(figures=replace(FIGURES, watchers=None)), False),
        (reference(figures=replace(FIGURES, rating=None)), False),
        (reference(figures=None), False),
        (upcoming(figures=FIGURES), False),
        # Rated high, yet neither date nor status says that it has been shown.
        (reference(released=None, status=""), False),
    ],
)
def test_praise_needs_figures_that_bear_it(facts, is_praised):
    assert facts.is_praised == is_praised


@pytest.mark.parametrize(
    ("kind", "episode_count", "expected"),
    [
        ("film", None, True),
        ("film", 1, True),
        ("film", 2, False),
        ("special", 1, True),
        ("series", 1, False),
        ("show", None, False),
    ],
)
def test_films_and_specials_run_in_one_piece(kind, episode_count, expected):
    assert plain(kind=kind, episode_count=episode_count).runs_in_one_piece == expected


@pytest.mark.parametrize(
    ("facts", "was_never", "may_never"),
    [
        (upcoming(status="cancelled"), True, True),
        (plain(status="cancelled"), False, False),
        # Nothing says that its day was kept.
        (plain(status="cancelled", ended=None), False, True),
        (plain(status="cancelled", released=None, ended=None), False, True),
        (plain(released=None, ended=None, status=""), False, False),
    ],
)
def test_cancelled_is_known_to_have_been_shown_by_its_end(facts, was_never, may_never):
    assert (facts.was_never_shown, facts.may_never_have_been_shown) == (was_never, may_never)
