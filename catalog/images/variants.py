"""The sizes and formats in which a picture is sent."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from catalog.models import Picture

# Best first: browsers take the first that they understand.
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
# By role in the layout: widths in pixels for screens of one, two and three dots a pixel.
ROLES = {
    "card": (160, 320, 480),
    "thumb": (160, 320),
    "large": (320, 640, 960),
    "portrait": (160, 320),
    "still": (320, 640),
    "full": (640, 960, 1440),
    "backdrop": (640, 960, 1440, 1920),
}
WIDTHS = tuple(sorted({width for widths in ROLES.values() for width in widths}))


@dataclass(frozen=True, slots=True)
class Variant:
    """A picture at a width in pixels and in one of FORMATS."""

    picture: Picture
    width: int
    format: str

    @property
    def height(self) -> int:
        return max(1, round(self.width * self.picture.height / self.picture.width))

    @property
    def path(self) -> str:
        """Its name in the storage."""
        return variant_path(self.picture.token, self.width, self.format)

    @property
    def url(self) -> str:
        """The address of the view ``picture``; composed here, for a page has hundreds."""
        return settings.MEDIA_URL + self.path

    @property
    def is_wanted(self) -> bool:
        return self.format in FORMATS and self.width in widths_of(self.picture, WIDTHS)


def folder(token: str) -> str:
    return f"pictures/{token}"


def variant_path(token: str, width: int, extension: str) -> str:
    return f"{folder(token)}/{width}.{extension}"


def widths_of(picture: Picture, widths: tuple[int, ...]) -> list[int]:
    """The widths of a role, none of them wider than the original."""
    return sorted({min(width, picture.width) for width in widths})


def sources_of(picture: Picture, role: str) -> list[Variant]:
    """The widths of one role in the format that every browser reads, narrowest first."""
    return [Variant(picture, width, "jpg") for width in widths_of(picture, ROLES[role])]


def all_variants(picture: Picture) -> list[Variant]:
    widths = widths_of(picture, WIDTHS)
    return [Variant(picture, width, name) for width in reversed(widths) for name in FORMATS]


def preview_of(picture: Picture) -> Variant:
    """A small one, for editors."""
    return sources_of(picture, "portrait")[0]
