import resource
import struct
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin

from catalog.images import accept_upload
from tests.catalog.photos import photo


def opened(accepted):
    image = Image.open(BytesIO(accepted.data))
    image.load()
    return image


def code_of(file):
    with pytest.raises(ValidationError) as refused:
        accept_upload(file)
    return refused.value.code


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_accepted_formats_become_jpeg(format):
    accepted = accept_upload(photo(64, 48, format))
    assert (accepted.width, accepted.height, accepted.extension) == (64, 48, "jpg")
    assert (opened(accepted).format, opened(accepted).size) == ("JPEG", (64, 48))


@pytest.mark.parametrize("format", ["BMP", "TIFF", "PPM", "ICO"])
def test_other_formats_are_refused_whatever_their_name(format):
    file = photo(64, 48, format)
    file.name = "photo.jpg"
    assert code_of(file) == "not_a_picture"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "not_a_picture"),
        (b"GIF89a" + b"\xff" * 40, "not_a_picture"),
    ],
)
def test_what_is_no_picture_is_refused(data, code):
    assert code_of(ContentFile(data, "x.png")) == code


def test_every_cut_of_a_file_is_a_picture_or_an_error():
    for format in ("JPEG", "PNG", "WEBP", "GIF", "AVIF"):
        whole = photo(40, 30, format).read()
        for length in range(0, len(whole), max(1, len(whole) // 60)):
            try:
                accepted = accept_upload(ContentFile(whole[:length], "cut"))
            except ValidationError:
                continue
            assert (accepted.width, accepted.height) == (40, 30)


def test_too_many_bytes_are_refused_unread(settings):
    settings.PICTURE_MAX_BYTES = 100
    assert code_of(SimpleUploadedFile("x.jpg", b"x" * 101)) == "too_large"


@pytest.mark.parametrize(
    ("size", "code"), [((15, 300), "too_small"), ((16, 193), "too_narrow"), ((8, 8), "too_small")]
)
def test_absurd_dimensions_are_refused(size, code):
    assert code_of(photo(*size)) == code


def png_bomb():
    """A few kilobytes that say they are 3.6 gigapixels, and unpack to megabytes of nothing."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(20_000_000)))


def gif_bomb():
    screen = struct.pack("<HH", 65_000, 65_000) + b"\x80\0\0" + bytes(6)
    frame = b"," + struct.pack("<HHHH", 0, 0, 65_000, 65_000) + b"\0\x02\x02\x4c\x01\0;"
    return b"GIF89a" + screen + frame


@pytest.mark.parametrize("bomb", [png_bomb, gif_bomb])
def test_bomb_is_refused_before_it_is_decoded(bomb):
    file = ContentFile(bomb(), "bomb")
    before = resource.getrusage(resource.RUSAGE_SELF)
    assert code_of(file) == "too_many_pixels"
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime - before.ru_utime < 0.2
    assert after.ru_maxrss - before.ru_maxrss < 16 * 1024  # kilobytes


def test_pixels_are_counted_by_our_own_limit(settings):
    settings.PICTURE_MAX_PIXELS = 3000
    assert code_of(photo(64, 48)) == "too_many_pixels"


def test_orientation_is_applied_and_all_metadata_is_gone():
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    exif[0x010E] = "planted description"
    exif.get_ifd(0x8825)[2] = (35.0, 40.0, 52.0)  # latitude
    file = photo(64, 48, exif=exif, comment=b"planted comment")
    assert b"planted" in file.read()
    file.seek(0)
    accepted = accept_upload(file)
    assert (accepted.width, accepted.height) == (48, 64)
    assert dict(opened(accepted).getexif()) == {}
    assert b"planted" not in accepted.data
    assert set(opened(accepted).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_text_in_a_png_is_gone():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "planted author")
    assert b"planted" not in accept_upload(photo(64, 48, "PNG", pnginfo=text)).data


def test_transparency_is_kept_where_there_is_any():
    accepted = accept_upload(photo(64, 48, "PNG", "RGBA", (10, 20, 30, 0)))
    assert (accepted.extension, opened(accepted).mode) == ("webp", "RGBA")


def test_transparency_is_dropped_where_nothing_shines_through():
    accepted = accept_upload(photo(64, 48, "PNG", "RGBA", (10, 20, 30, 255)))
    assert (accepted.extension, opened(accepted).mode) == ("jpg", "RGB")


@pytest.mark.parametrize(
    ("mode", "format", "colour", "seen"),
    [
        ("L", "JPEG", 128, (128, 128, 128)),
        ("CMYK", "JPEG", (0, 0, 0, 0), (255, 255, 255)),
        ("P", "PNG", 0, (0, 0, 0)),
        ("1", "PNG", 1, (255, 255, 255)),
        ("I;16", "PNG", 32896, (128, 128, 128)),
    ],
)
def test_every_mode_becomes_rgb(mode, format, colour, seen):
    accepted = accept_upload(photo(64, 48, format, mode, colour))
    pixel = opened(accepted).getpixel((20, 20))
    assert all(abs(a - b) <= 3 for a, b in zip(pixel, seen, strict=True)), pixel


def test_colour_profile_is_converted_and_not_kept():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    broken = photo(64, 48, icc_profile=profile.tobytes())
    assert "icc_profile" not in opened(accept_upload(broken)).info


def test_large_pictures_are_bounded():
    accepted = accept_upload(photo(4000, 2000, "JPEG"))
    assert (accepted.width, accepted.height) == (3840, 1920)


def test_dominant_colour_is_the_commonest_one():
    image = Image.new("RGB", (90, 90), "#c81e1e")
    image.paste("#1e1ec8", (0, 0, 90, 30))
    data = BytesIO()
    image.save(data, "PNG")
    assert accept_upload(ContentFile(data.getvalue(), "x.png")).colour == "#c81e1e"


@pytest.mark.shared
def test_every_hostile_file_is_refused_or_cleaned(shared):
    files = sorted((shared / "data/hostile/images").iterdir())
    assert len(files) > 40
    for path in files:
        try:
            accepted = accept_upload(ContentFile(path.read_bytes(), "photo.jpg"))
        except ValidationError:
            continue
        assert opened(accepted).size == (accepted.width, accepted.height)
