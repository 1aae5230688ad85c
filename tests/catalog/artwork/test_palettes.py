import pytest

from catalog.artwork.palettes import PALETTES, luminance, mixed, rgb


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_ink_can_be_read_on_the_ground(palette):
    assert contrast(palette.ink, palette.ground) >= 4.5


def test_there_are_many_palettes_and_no_two_alike():
    assert len({palette.ground for palette in PALETTES}) == len(PALETTES) >= 12


def test_colours_are_mixed_by_share():
    assert [mixed("#000000", "#ffffff", share) for share in (0, 0.5, 1)] == [
        "#000000",
        "#808080",
        "#ffffff",
    ]
    assert rgb("#010203") == (1, 2, 3)


@pytest.mark.parametrize(("colour", "value"), [("#000000", 0), ("#ffffff", 1)])
def test_luminance_runs_from_black_to_white(colour, value):
    assert luminance(colour) == pytest.approx(value)
