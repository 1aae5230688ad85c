from xml.etree import ElementTree

import pytest

from catalog.artwork.dice import Dice
from catalog.artwork.motifs import MOTIFS
from catalog.artwork.palettes import PALETTES


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("size", [(400, 100), (336, 240), (400, 600)])
def test_motif_fills_a_window_of_any_size(motif, size):
    for palette in PALETTES:
        drawn = motif(Dice("a"), palette, *size)
        shapes = ElementTree.fromstring(f"<svg>{drawn}</svg>")
        assert len(shapes) > 1
        assert shapes[0].get("d").startswith(f"M0 0h{size[0]}v")
        assert "nan" not in drawn
