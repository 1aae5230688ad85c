"""The colours of a picture."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

WHITE = (255, 255, 255)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def to_srgb(image: Image.Image) -> Image.Image:
    """In mode RGB, or RGBA when something shines through; in sRGB."""
    if image.mode.startswith("I"):
        # Sixteen bits a channel: Pillow would cut off what is above 255.
        image = image.convert("I").point(lambda level: level / 257).convert("L")
    if not image.has_transparency_data:
        return _through_profile(image)
    rgba = image.convert("RGBA")
    alpha = rgba.getchannel("A")
    rgb = _through_profile(_with_profile(rgba.convert("RGB"), image))
    if alpha.getextrema()[0] == 255:
        return rgb
    rgb.putalpha(alpha)
    return rgb


def _with_profile(image: Image.Image, origin: Image.Image) -> Image.Image:
    if origin.mode in ("RGB", "RGBA"):
        image.info["icc_profile"] = origin.info.get("icc_profile")
    return image


def _through_profile(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image if image.mode == "RGB" else image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile that does not fit the picture: its colours are taken as they are.
        return image.convert("RGB")
    return converted or image.convert("RGB")


def flattened(image: Image.Image) -> Image.Image:
    """Without alpha: on white, as on paper."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, WHITE)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def dominant_colour(image: Image.Image) -> str:
    """As #rrggbb: the commonest of the few colours that sum the picture up."""
    small = flattened(image.resize((48, 48), Image.Resampling.BOX, reducing_gap=2))
    few = small.quantize(6, Image.Quantize.MEDIANCUT)
    counts = few.histogram()
    first = 3 * counts.index(max(counts))
    red, green, blue = (few.getpalette() or [])[first : first + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"
