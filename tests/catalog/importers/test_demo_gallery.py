"""Every drama of the demo catalogue has a gallery, and no drawing claims to be a photograph."""

import json
from datetime import date

import pytest

from catalog.importers.demo import read_dramas
from catalog.importers.demo_gallery import SCENES, DrawnScene, read_galleries

GALLERIES = read_galleries()


def scene(**fields):
    return {
        "kind": "still",
        "caption": "Dusk",
        "alt": "Drawing of hills.",
        "scene": "hills",
    } | fields


def write(directory, data):
    (directory / "gallery.json").write_text(json.dumps({"x": [data]}), "utf-8")


def test_every_drama_has_a_gallery():
    assert GALLERIES.keys() == {drama.source_id for drama in read_dramas(date(2026, 11, 23))}


@pytest.mark.parametrize("scenes", GALLERIES.values(), ids=GALLERIES)
def test_gallery_has_four_to_eight_different_scenes(scenes):
    assert len(scenes) in range(4, 9)
    assert len({drawn.scene for drawn in scenes}) == len(scenes)
    assert len({drawn.caption for drawn in scenes}) == len(scenes)
    assert [drawn.kind for drawn in scenes] == ["backdrop"] + ["still"] * (len(scenes) - 1)


def test_every_scene_of_the_vocabulary_is_used():
    assert {drawn.scene for scenes in GALLERIES.values() for drawn in scenes} == SCENES


def test_read_galleries_gives_scenes(tmp_path):
    write(tmp_path, scene())

    assert read_galleries(tmp_path) == {
        "x": (DrawnScene("still", "Dusk", "Drawing of hills.", "hills"),)
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (scene(kind="photo"), "gallery.json: x[0]: kind: 'photo' is none of "),
        (scene(scene="moon"), "gallery.json: x[0]: scene: 'moon' is none of "),
        (scene(alt="Hills."), "gallery.json: x[0]: alt: does not say that it is a drawing"),
        (scene(width=3), "gallery.json: x[0]: unknown field 'width'"),
        ({"kind": "still"}, "gallery.json: x[0]: field 'caption' is missing"),
    ],
)
def test_read_galleries_of_a_fault_names_the_field(tmp_path, data, message):
    write(tmp_path, data)

    with pytest.raises(ValueError) as caught:
        read_galleries(tmp_path)

    assert str(caught.value).startswith(message)
