from random import Random

import pytest
from pyroaring import BitMap

from catalog.browse.shelves import MOST, Shelves


def ranked(ids):
    return [(pk // 7, pk) for pk in ids]


def page(shelves, wanted, start, stop):
    """As a reader does it: what is on the shelves, in order, from the place that is said."""
    place, ids = shelves.about(wanted, start, stop)
    return sorted(ids)[place : place + stop - start]


@pytest.mark.parametrize("share", [1, 2, 50, 4000])
def test_any_page_is_found(share):
    wanted = BitMap(range(0, 5000, share))
    shelves = Shelves(ranked(range(5000)))
    for start in (0, 48, 2400, 4990, 9999):
        assert page(shelves, wanted, start, start + 48) == list(wanted)[start : start + 48]


def test_only_the_shelves_of_the_page_are_looked_through():
    shelves = Shelves(ranked(range(100_000)))
    assert len(shelves.about(BitMap(range(100_000)), 90_000, 90_048)[1]) <= 400


def test_shelves_with_little_in_them_are_all_counted():
    shelves = Shelves(ranked(range(5000)))
    wanted = BitMap(Random(2).sample(range(5000), 300))
    for start in range(300):
        assert page(shelves, wanted, start, start + 48) == list(wanted)[start : start + 48]


def test_shelves_are_told_with_what_stands_before_them():
    shelves = Shelves(ranked(range(450)))
    assert [(before, len(shelf)) for before, shelf in shelves.each()] == [
        (0, 200),
        (200, 200),
        (400, 50),
    ]


def test_what_moves_is_found_in_its_new_place():
    random = Random(1)
    shelves = Shelves(ranked(range(0, 3000, 2)))
    come = BitMap(random.sample(range(1, 3000, 2), 500))
    gone = BitMap(random.sample(range(0, 3000, 2), 400))
    for pk in come:
        shelves.put((pk // 7, pk))
    shelves.take(gone)
    wanted = come | (BitMap(range(0, 3000, 2)) - gone)
    for start in range(0, len(wanted), 97):
        assert page(shelves, wanted, start, start + 48) == list(wanted)[start : start + 48]


def test_first_drama_of_all_is_put_on_a_shelf():
    shelves = Shelves([])
    shelves.put((1, 5))
    assert shelves.about(BitMap([5]), 0, 48) == (0, BitMap([5]))


def test_shelf_with_too_many_is_crowded():
    shelves = Shelves([])
    for pk in range(MOST):
        shelves.put((pk, pk))
    assert not shelves.are_crowded
    shelves.put((MOST, MOST))
    assert shelves.are_crowded
