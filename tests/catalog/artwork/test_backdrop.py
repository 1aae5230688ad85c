from xml.etree import ElementTree

from catalog.artwork import Subject, backdrop_svg
from tests.catalog.artwork.titles import TITLES

SVG = "{http://www.w3.org/2000/svg}"


def test_backdrop_is_well_formed_small_and_without_words():
    for title, native in TITLES:
        svg = backdrop_svg(Subject(title, native))
        names = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
        assert (names, len(svg.encode()) <= 3072) == ({"svg", "path", "circle"}, True)


def test_backdrop_is_always_the_same_and_differs_among_titles():
    drawn = {backdrop_svg(Subject(f"Title {number}")) for number in range(50)}
    assert len(drawn) == 50
    assert backdrop_svg(Subject("Title 7")) in drawn
