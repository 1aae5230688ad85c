import time

import pytest

from catalog.artwork.scenes import SCENES, scene_image


@pytest.mark.parametrize("scene", SCENES)
def test_scene_is_a_picture_that_depends_on_its_seed_alone(scene):
    first, again, other = (scene_image(scene, seed) for seed in ("a", "a", "b"))
    assert (first.size, first.mode) == ((1600, 900), "RGB")
    assert first.tobytes() == again.tobytes() != other.tobytes()


def test_scenes_are_drawn_quickly():
    started = time.process_time()
    for scene in SCENES:
        scene_image(scene, "quick")
    # Measured: 0.15 s each on one core of 2026; thrice that is no surprise on a busy machine.
    assert (time.process_time() - started) / len(SCENES) < 0.5


def test_unknown_scene_is_an_error():
    with pytest.raises(KeyError):
        scene_image("volcano", "a")
