from django.urls import reverse

from catalog.images import FORMATS, ROLES, WIDTHS, Variant, preview_of, sources_of
from catalog.images.variants import all_variants
from catalog.models import Picture


def picture(width, height):
    return Picture(token="0123456789abcdef", width=width, height=height)


def test_widths_are_those_of_the_role():
    assert [each.width for each in sources_of(picture(4000, 3000), "card")] == [160, 320, 480]


def test_no_variant_is_wider_than_the_original():
    assert [each.width for each in sources_of(picture(400, 600), "card")] == [160, 320, 400]
    assert [each.width for each in sources_of(picture(100, 150), "backdrop")] == [100]


def test_height_keeps_the_proportion():
    assert Variant(picture(4000, 3000), 320, "webp").height == 240


def test_address_is_the_one_of_the_view():
    variant = Variant(picture(4000, 3000), 320, "webp")
    named = reverse("picture", args=[variant.picture.token, 320, "webp"])
    assert variant.url == named == "/media/pictures/0123456789abcdef/320.webp"


def test_wanted_are_widths_and_formats_of_ours():
    photo = picture(1000, 500)
    asked = [(320, "avif"), (1000, "jpg"), (321, "avif"), (1440, "jpg"), (320, "png")]
    assert [Variant(photo, *each).is_wanted for each in asked] == [True, True, False, False, False]


def test_all_variants_are_every_width_in_every_format():
    assert len(all_variants(picture(4000, 3000))) == len(WIDTHS) * len(FORMATS)
    assert set().union(*ROLES.values()) == set(WIDTHS)


def test_preview_is_small():
    assert preview_of(picture(4000, 3000)).url.endswith("/160.jpg")
