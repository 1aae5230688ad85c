import pytest

from catalog.importers.demo_drawing import draw_gallery, draw_gallery_of
from catalog.importers.demo_gallery import DrawnScene
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db
SCENES = [
    DrawnScene(kind="backdrop", caption="The sea", alt="Drawing of the sea.", scene="sea"),
    DrawnScene(kind="still", caption="The hills", alt="Drawing of hills.", scene="hills"),
]


def test_draw_gallery_takes_its_pictures_in_like_uploads():
    drama = DramaFactory()
    draw_gallery(drama, SCENES)
    shown = [(i.number, i.kind, i.caption, i.picture.alt) for i in drama.gallery.shown()]
    assert shown == [
        (1, "backdrop", "The sea", "Drawing of the sea."),
        (2, "still", "The hills", "Drawing of hills."),
    ]
    assert {(i.picture.width, i.picture.height) for i in drama.gallery.all()} == {(1600, 900)}


def test_failing_gallery_leaves_nothing_behind():
    drama = DramaFactory()
    unknown = DrawnScene(kind="still", caption="", alt="Drawing of it.", scene="nowhere")
    with pytest.raises(KeyError):
        draw_gallery(drama, [*SCENES, unknown])
    assert drama.gallery.count() == 0


def test_draw_gallery_of_a_gone_drama_does_nothing():
    assert draw_gallery_of.func(0, "1-litre-of-tears") == 0


def test_draw_gallery_of_draws_once():
    drama = DramaFactory()
    counts = [draw_gallery_of.func(drama.pk, "1-litre-of-tears") for _ in range(2)]
    assert counts[0] == counts[1] > 0
