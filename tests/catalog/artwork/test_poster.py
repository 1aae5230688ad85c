import json
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from catalog.artwork import Subject, poster_svg
from catalog.artwork.glyphs import text_width
from catalog.artwork.poster import Design
from tests.catalog.artwork.titles import TITLES

SVG = "{http://www.w3.org/2000/svg}"
SUBJECTS = [Subject(title, native, "ja", "2005") for title, native in TITLES]
# Every one of some kind of layout, face and motif.
MANY = [Subject(f"Title {number}", "題名", "ja", "2005") for number in range(150)]
REFERENCE = Subject("1 Litre of Tears", "1リットルの涙", "ja", "2005")


def lines_of(svg):
    """(text, left, right, top, bottom), by our own estimates, of every line."""
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        size, anchor = float(text.get("font-size")), text.get("text-anchor")
        for line in text.findall(f"{SVG}tspan") or [text]:
            width = text_width(line.text) * size
            x, y = float(line.get("x")), float(line.get("y"))
            if anchor == "middle":
                left = x - width / 2
            elif (anchor == "end") != (text.get("direction") == "rtl"):
                left = x - width
            else:
                left = x
            yield line.text, left, left + width, y - 0.8 * size, y + 0.3 * size


@pytest.mark.parametrize("subject", SUBJECTS, ids=range(len(SUBJECTS)))
def test_poster_is_well_formed_and_its_words_fit(subject):
    svg = poster_svg(subject)
    for text, left, right, top, bottom in lines_of(svg):
        assert 20 <= left <= right <= 380, text
        assert 20 <= top <= bottom <= 600, text


def test_poster_is_small_whatever_it_shows():
    sizes = [len(poster_svg(subject).encode()) for subject in SUBJECTS + MANY]
    assert max(sizes) <= 3072


def test_poster_has_nothing_that_runs_or_loads():
    names = {
        element.tag.removeprefix(SVG)
        for subject in SUBJECTS + MANY
        for element in ElementTree.fromstring(poster_svg(subject)).iter()
    }
    assert names == {"svg", "title", "path", "circle", "g", "text", "tspan"}
    assert "href" not in "".join(map(poster_svg, MANY))


def test_poster_is_always_the_same():
    assert poster_svg(REFERENCE) == poster_svg(
        Subject("1 Litre of Tears", "1リットルの涙", "ja", "2005")
    )


def test_posters_of_different_titles_are_composed_differently():
    designs = [Design.of(subject) for subject in MANY]
    seen = {(d.palette, d.motif, d.layout, d.face) for d in designs}
    assert len(seen) >= 145
    assert len({d.motif for d in designs}) == 15
    assert len({d.palette for d in designs}) == 20


def test_title_is_named_and_the_native_title_has_its_language():
    root = ElementTree.fromstring(poster_svg(REFERENCE))
    assert root.findtext(f"{SVG}title") == "1 Litre of Tears"
    assert [t.get("lang") for t in root.iter(f"{SVG}text") if "涙" in "".join(t.itertext())] == [
        "ja"
    ]


def test_language_that_is_none_is_left_out():
    assert "lang=" not in poster_svg(Subject("A", "題", '"><x', ""))


def test_version_changes_with_what_is_drawn():
    versions = {
        subject.version
        for subject in (
            REFERENCE,
            Subject("1 Litre of Tears"),
            Subject("2", "1リットルの涙", "ja", "2005"),
        )
    }
    assert len(versions) == 3
    assert all(len(version) == 8 for version in versions)


def has_thai_font():
    listing = shutil.which("fc-list")
    return bool(listing and subprocess.run([listing, ":lang=th"], capture_output=True).stdout)


def is_thai(text):
    return any("\u0e00" <= character <= "\u0eff" for character in text)


@pytest.mark.browser
def test_words_fit_in_a_real_browser(page):
    script = """() => JSON.stringify([...document.querySelectorAll('text')].map(t => {
        const b = t.getBBox(); return [t.textContent, b.x, b.x + b.width, b.y + b.height]; }))"""
    page.set_content("".join(poster_svg(subject) for subject in SUBJECTS + MANY[:30]))
    boxes = json.loads(page.evaluate(script))
    assert len(boxes) > 60
    # Without a font, each mark above a Thai letter takes a box of its own.
    drawn = [box for box in boxes if has_thai_font() or not is_thai(box[0])]
    assert [box for box in drawn if box[1] < 8 or box[2] > 392 or box[3] > 604] == []
