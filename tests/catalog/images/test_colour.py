from PIL import Image

from catalog.images.colour import dominant_colour, flattened, to_srgb


def test_transparent_parts_are_flattened_on_white():
    clear = Image.new("RGBA", (4, 4), (10, 20, 30, 0))
    assert flattened(clear).getpixel((0, 0)) == (255, 255, 255)


def test_opaque_alpha_is_dropped_and_used_alpha_kept():
    assert to_srgb(Image.new("RGBA", (4, 4), (1, 2, 3, 255))).mode == "RGB"
    assert to_srgb(Image.new("RGBA", (4, 4), (1, 2, 3, 9))).mode == "RGBA"


def test_broken_profile_leaves_the_colours_as_they_are():
    image = Image.new("RGB", (4, 4), "#336699")
    image.info["icc_profile"] = b"no profile"
    assert to_srgb(image).getpixel((0, 0)) == (0x33, 0x66, 0x99)


def test_colour_of_a_plain_picture_is_its_own():
    assert dominant_colour(Image.new("RGB", (90, 40), "#336699")) == "#336699"
