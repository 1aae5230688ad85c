import pytest

from catalog.browse.bands import EPISODES, RUNTIMES, band_of


@pytest.mark.parametrize(
    ("number", "band"),
    [
        (None, ""),
        (0, ""),
        (1, "1"),
        (2, "2-8"),
        (8, "2-8"),
        (12, "9-12"),
        (51, "51-"),
        (9999, "51-"),
    ],
)
def test_episodes_fall_into_a_band(number, band):
    assert band_of(number, EPISODES) == band


@pytest.mark.parametrize("bands", [EPISODES, RUNTIMES])
def test_bands_leave_no_gap(bands):
    assert [band.first for band in bands[1:]] == [band.last + 1 for band in bands[:-1]]
    assert (bands[0].first, bands[-1].last) == (1, None)
