import io
import time
from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from catalog.sharing import card_of_drama, card_of_person, card_of_site, fonts, kept, kept_jpeg
from catalog.sharing.drawing import card_svg
from catalog.sharing.kept import drawn_jpeg
from tests.factories import DramaFactory, PersonFactory, PictureFactory

pytestmark = pytest.mark.django_db
ABOVE_THE_POSTER = (1020, 2)
HOSTILE = "</text><script>alert(1)</script>&\x00\u2028 \ufffe"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "share"


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.jpg"))


def test_card_is_a_jpeg_of_the_size_that_networks_show():
    image = Image.open(io.BytesIO(drawn_jpeg(card_of_drama(DramaFactory()))))
    assert (image.format, image.size) == ("JPEG", (1200, 630))


def test_same_drama_gives_the_same_picture_and_others_another():
    card = card_of_drama(DramaFactory(title="One"))
    assert drawn_jpeg(card) == drawn_jpeg(card)
    assert drawn_jpeg(card) != drawn_jpeg(card_of_drama(DramaFactory(title="Two")))


def test_poster_and_backdrop_are_in_the_picture():
    poster = PictureFactory(colour="#ff0000", size=(200, 300))
    backdrop = PictureFactory(colour="#00ff00", size=(640, 360))
    drama = DramaFactory(poster=poster, backdrop=backdrop)
    image = Image.open(io.BytesIO(drawn_jpeg(card_of_drama(drama))))
    red, green, _ = image.getpixel((960, 315))
    assert red > 200 > 60 > green
    red, green, _ = image.getpixel((1195, 10))
    assert green > 100 > red


@pytest.mark.parametrize("title", [HOSTILE, "x" * 200, "花" * 200, "A", "آ ب", "👩‍👩‍👧 ไทย"])
def test_any_title_can_be_drawn(title):
    card = card_of_drama(DramaFactory(title=title, native_title=title[::-1]))
    assert Image.open(io.BytesIO(drawn_jpeg(card))).size == (1200, 630)


def test_words_without_shapes_are_left_out():
    card = card_of_drama(DramaFactory(title="Tears", native_title="\U0010fffd"))
    assert "\U0010fffd" not in card_svg(card, None, None)
    assert ">Tears</tspan>" in card_svg(card, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ryô", True), ("Łódź", True), ("", True), ("\U0010fffd", False), ("a\U0010fffd", False)],
)
def test_what_can_be_written_is_known(text, expected):
    assert fonts.can_write(text) is expected


def test_version_changes_with_what_is_drawn(settings):
    drama = DramaFactory(title="Tears")
    card = card_of_drama(drama)
    drama.native_title = "涙"
    changed = [card_of_drama(drama), replace(card, note="x"), replace(card, front=PictureFactory())]
    versions = {each.version for each in [card, *changed]}
    assert len(versions) == 4
    assert card.url == f"/dramas/{drama.slug}/share.jpg?v={card.version}"
    settings.SITE_NAME = "Another"
    assert card.version not in versions


def test_pictures_that_nobody_asks_for_make_room(folder, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 2)
    monkeypatch.setattr(kept, "AT_ONCE", 1)
    dramas = DramaFactory.create_batch(3)
    cards = [card_of_drama(drama) for drama in dramas]
    for card in (cards[0], cards[1], cards[0], cards[2]):
        kept_jpeg(card)
        time.sleep(0.02)  # the clock of files ticks every few milliseconds
    left = [f"{card.place}-{card.version}.jpg" for card in (cards[0], cards[2])]
    assert names(folder) == sorted(left)


def test_picture_is_kept_until_it_would_look_otherwise(folder):
    card = card_of_drama(DramaFactory(title="Tears"))
    other = card_of_person(PersonFactory())
    assert kept_jpeg(card) == kept_jpeg(card)
    kept_jpeg(other)
    kept_jpeg(card_of_site())
    changed = replace(card, note="x")
    kept_jpeg(changed)
    assert names(folder) == sorted(
        f"{each.place}-{each.version}.jpg" for each in (changed, other, card_of_site())
    )


def test_picture_whose_file_is_gone_is_drawn_without_it():
    poster = PictureFactory()
    card = card_of_drama(DramaFactory(poster=poster))
    default_storage.delete(poster.original.name)
    assert Image.open(io.BytesIO(drawn_jpeg(card))).size == (1200, 630)


def test_share_image_is_cropped_around_the_focus():
    wide = Image.new("RGB", (1600, 400), "#0000ff")
    wide.paste("#ff0000", (0, 0, 700, 400))
    file = io.BytesIO()
    wide.save(file, "JPEG")
    picture = PictureFactory(size=(1600, 400), original=ContentFile(file.getvalue(), "wide.jpg"))
    drama = DramaFactory(backdrop=picture)
    card = card_of_drama(drama)
    version, middle = (
        card.version,
        Image.open(io.BytesIO(drawn_jpeg(card))).getpixel(ABOVE_THE_POSTER),
    )
    picture.focus_x = 0
    edge = Image.open(io.BytesIO(drawn_jpeg(card))).getpixel(ABOVE_THE_POSTER)
    assert card.version != version
    assert middle[2] > middle[0]
    assert edge[0] > edge[2]
